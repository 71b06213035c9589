using Unisson.Bot.Communities;
using Unisson.Bot.Help;
using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Completion of an option while somebody types, as far as they may see; it cannot be deferred, so it only reads.</summary>
internal sealed class Completing(DiscordParts parts, Completion completion)
{
    private const int Longest = 100;

    public async ValueTask AnswerAsync(Interaction interaction, CancellationToken ct)
    {
        if (interaction.Data is { } data && interaction.Invoker is not null)
        {
            var choices = parts.Registration.Focused(data) is var (_, option, typed) ? await ChoicesAsync(interaction, option, typed, ct) : [];
            await parts.Answers.LeavesAsync(() => parts.Rest.RespondAsync(interaction.Id, interaction.Token, InteractionResponse.Choices(choices), ct));
        }
    }

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(Interaction interaction, Option option, string typed, CancellationToken ct)
    {
        var community = interaction.GuildId is { } guild
            ? (await parts.Places.OfAsync(guild, null, interaction.GuildLocale, ct)).CommunityId
            : await parts.Places.OfPrivateAsync(interaction.Invoker!.Id, ct);
        if (community is not { } here)
        {
            return [];
        }

        await using var db = parts.Bot.Store.Read();
        var incoming = Commanding.Of(interaction, updates: false);

        // Whoever was never seen may see what a stranger sees: nothing that is somebody's.
        var caller = await Callers.FindAsync(db, incoming, here, incoming.Locale, ct) ?? await Callers.StrangerAsync(db, incoming, here, ct);
        return caller is null ? [] : Choices(await OfAsync(db, caller, option, typed, ct));
    }

    private async Task<IReadOnlyList<Candidate>> OfAsync(Storage.BotDb db, Caller caller, Option option, string typed, CancellationToken ct)
    {
        // A list is completed at its end; what stands before stays.
        var comma = option.Choices is not null && !option.IsGreedy ? typed.LastIndexOf(',') : -1;
        var before = typed[..(comma + 1)];
        var found = await completion.OfOptionAsync(db, caller, option, typed[(comma + 1)..].TrimStart(), ct);
        return before.Length == 0 ? found : [.. found.Select(c => new Candidate($"{before} {c.Value}", $"{before} {c.Label}"))];
    }

    private static IReadOnlyList<Choice> Choices(IReadOnlyList<Candidate> candidates)
        => [.. candidates.Where(c => c.Value.Length is > 0 and <= Longest).Take(Completion.Most).Select(c => new Choice(Timestamp.Words(c.Label).Cut(Longest), c.Value))];
}
