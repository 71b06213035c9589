namespace Unisson.Discord.Stub;

/// <summary>Discord's permission bits, those that tests use.</summary>
[Flags]
public enum StubPermissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendInThreads = 1UL << 38,
    PinMessages = 1UL << 51,

    /// <summary>What the install link asks for: 309237763072.</summary>
    Asked = ViewChannel | SendMessages | SendInThreads | CreatePublicThreads | EmbedLinks | AttachFiles | ReadMessageHistory,

    /// <summary>What a person without any role can do.</summary>
    Everyone = Asked | UseCommands,
}
