namespace Unisson.Bot.Discord.Registration;

/// <summary>French beside the English that Discord takes as default; where both are the same nothing is sent, because Discord would ignore it.</summary>
internal static class Localised
{
    public static IReadOnlyDictionary<string, string>? Name(Name name) => Unless(name.English, name.French);

    public static IReadOnlyDictionary<string, string>? Text(string key) => Unless(Say.In(Language.English)[key], Say.In(Language.French)[key]);

    public static IReadOnlyDictionary<string, string>? Unless(string english, string french)
        => english == french ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["fr"] = french };
}
