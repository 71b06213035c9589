using Unisson.Discord.Stub;

namespace Unisson.Discord.Tests;

/// <summary>A bot with one of each kind of answer.</summary>
internal sealed class VillageBot(DiscordRest rest) : DiscordEvents, IAsyncDisposable
{
    private static readonly IReadOnlyList<CommandDefinition> Commands =
    [
        new("mission", "Missions")
        {
            Options = [new(CommandOptionType.SubCommand, "open", "Opens one") { Options = [new(CommandOptionType.String, "title", "Its title") { Required = true, Autocomplete = true }] }],
        },
        new("form", "A form"),
        new("late", "An answer that takes its time") { Options = [new(CommandOptionType.Attachment, "file", "A file")] },
    ];

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;

    public static async Task<VillageBot> StartAsync(StubDiscord discord)
    {
        var options = new DiscordOptions { Token = discord.Token, ApiBaseUrl = discord.ApiBaseUrl };
        var rest = new DiscordRest(options);
        var bot = new VillageBot(rest);
        await rest.OverwriteCommandsAsync((await rest.GetApplicationAsync()).Id, Commands);
        bot._running = new DiscordGateway(options, rest, bot).RunAsync(bot._stop.Token);
        await discord.ConnectedAsync();
        await bot._ready.Task;
        return bot;
    }

    public override ValueTask ReadyAsync(int shard, Ready ready, CancellationToken ct)
    {
        _ready.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask InteractionCreateAsync(Interaction interaction, CancellationToken ct)
    {
        if (interaction.Data!.Name == "late")
        {
            await LateAsync(interaction, ct);
            return;
        }

        await rest.RespondAsync(interaction.Id, interaction.Token, Answer(interaction), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        rest.Dispose();
        _stop.Dispose();
    }

    private static InteractionResponse Answer(Interaction interaction) => interaction switch
    {
        { Type: InteractionType.ApplicationCommandAutocomplete } => InteractionResponse.Choices([new("Étude", "study")]),
        { Type: InteractionType.MessageComponent } => InteractionResponse.Update(MessageEdit.To(new() { Content = "annulé" })),
        { Type: InteractionType.ModalSubmit } => Private(string.Join(' ', interaction.Data!.Fields().Select(field => field.Value?.Text))),
        { Data.Name: "form" } => InteractionResponse.Modal(new("v1:form:1", "Mission", [
            Component.Labelled("Titre", Component.TextInput("title") with { MaxLength = 100 }),
            Component.Labelled("Type", Component.RadioGroup("kind", [new("Étude", "study"), new("Appel", "call")]), "un seul"),
            Component.Labelled("Accord", Component.Checkbox("agree")),
        ])),
        _ => Private(interaction.Data!.Options[0].Options[0].Value!.Value.Text),
    };

    private static InteractionResponse Private(string text) => InteractionResponse.Reply(new()
    {
        Content = text,
        Flags = MessageFlags.Ephemeral,
        Components = [Component.Row(Component.Button("v1:undo:1", "Annuler"))],
    });

    private async Task LateAsync(Interaction interaction, CancellationToken ct)
    {
        await rest.RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Defer(ephemeral: true), ct);
        var file = interaction.Data!.Resolved!.Attachments!.Values.Single();
        await rest.EditOriginalResponseAsync(interaction.ApplicationId, interaction.Token, new() { Content = file.Filename }, ct);
        await rest.CreateFollowUpAsync(interaction.ApplicationId, interaction.Token, new() { Content = "more", Flags = MessageFlags.Ephemeral }, ct);
    }
}
