using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Crash;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Discord;

/// <summary>
/// People act on Discord, answers, cards and private messages leave, and the program is killed between any two steps, again and again. Some people can be written
/// to in private, others cannot: what they did not see comes with their next command.
/// </summary>
internal sealed class DiscordKills(string folder, Random random)
{
    private const int Most = 6;

    /// <summary>Requests at which a life ends, before they are carried out or after; null is a moment by the clock.</summary>
    private static readonly string?[] Moments =
        [null, null, Village.Callback, Village.Callback, Village.Post, Village.FollowUp, Village.Edit, "PATCH /channels/{channel_id}/messages/{message_id}"];

    private static readonly string[] Names = ["claire", "bob", "ana", "dan"];

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(60), Patience = TimeSpan.FromMilliseconds(400), Starting = TimeSpan.FromMilliseconds(1500);

    private readonly Tally _tally = new();
    private readonly List<Deed> _deeds = [];
    private StubDiscord _discord = null!;
    private StubChannel _missions = null!;
    private List<StubUser> _people = [];

    public async Task<Tally> RunAsync(int kills)
    {
        _discord = await StubDiscord.StartAsync(new() { SessionStarts = 100_000, Patience = TimeSpan.FromSeconds(20) });
        await using var ends = _discord;
        var guild = _discord.AddGuild("Jura", "fr");
        _missions = guild.AddChannel("missions");
        _people = [.. Names.Select(name => _discord.AddUser(name).In(guild, manageGuild: name == "claire").At(_missions))];
        await SetUpAsync();
        for (; _tally.Kills < kills; _tally.Kills++)
        {
            await LiveAsync();
            _discord.Faults.Clear();
        }

        await EndAsync();
        return _tally;
    }

    private async Task SetUpAsync()
    {
        using var bot = await DiscordChild.StartAsync(_discord, folder);
        await _people[0].Submit(await _people[0].Slash("espace installer"), ("nom", "Jura"), ("langue", "Français"));
        await _people[0].Slash("commun ajouter", ("slug", "coworking"), ("nom", "Coworking de Lons"));
        foreach (var reached in _people.Where(p => p.Name is "bob" or "dan"))
        {
            await reached.Slash("commun liste");
            reached.Dm("/commun liste");
            await _discord.UntilAsync(() => reached.Dms.Count == 2, "an answer in private");
            await DoAsync(new Deed(reached, "", DeedKind.Gives));
        }
    }

    private async Task LiveAsync()
    {
        await _discord.UntilAsync(() => _discord.Gateway.Connected == 0, "the end of the life before");
        if (random.Next(6) == 0)
        {
            using var early = DiscordChild.Begin(_discord, folder);
            await early.KillAfterAsync(Starting * random.NextDouble());
            return;
        }

        using var bot = await DiscordChild.StartAsync(_discord, folder);
        for (var calm = random.Next(Most); calm > 0; calm--)
        {
            await DoAsync(Next());
        }

        var (moment, most) = (Moments[random.Next(Moments.Length)], Longest * random.NextDouble());
        if (moment is not null)
        {
            most = Patience;

            // A follow-up has no nonce: between it and its mark it may come again, with the sentence that it may have come before.
            (random.Next(2) == 0 || moment == Village.FollowUp ? (Action<int, string?, Action?>)_discord.Faults.LoseRequest : _discord.Faults.LoseAnswer)(1, moment, bot.Kill);
        }

        for (var last = random.Next(1, 4); last > 0; last--)
        {
            Start(Next());
        }

        await bot.KillAfterAsync(most);
    }

    /// <summary>Everybody comes back twice: what they missed comes with the first time, and with that only.</summary>
    private async Task EndAsync()
    {
        using (var last = await DiscordChild.StartAsync(_discord, folder))
        {
            foreach (var person in _people.Concat(_people))
            {
                await DoAsync(new Deed(person, $"fin{_deeds.Count:D6}.", DeedKind.Logs));
            }

            await using var checkup = Checkup.Open(Path.Combine(folder, "unisson.db"));
            await using var db = checkup.Read();
            await new DiscordCount(db, _tally, _deeds, _people, _missions).CountAsync(_discord);
        }
    }

    private Deed Next()
    {
        var (who, words) = (_people[random.Next(_people.Count)], $"mot{_deeds.Count:D6}.");
        return random.Next(8) switch
        {
            0 or 1 => new Deed(who, words, DeedKind.Opens),
            2 or 3 when Joinable(who) is { } title => new Deed(who, title, DeedKind.Joins),
            4 => new Deed(who, words, DeedKind.Gives),
            _ => new Deed(who, words, DeedKind.Logs),
        };
    }

    /// <summary>A mission of somebody else, with a card, that this person did not join yet.</summary>
    private string? Joinable(StubUser who)
        => _deeds.FindLast(d => d.Kind == DeedKind.Opens && d.Who != who && Card(d.Words) is not null && !_deeds.Contains(new Deed(who, d.Words, DeedKind.Joins)))?.Words;

    private StubMessage? Card(string title) => _missions.Messages.FirstOrDefault(m => m.Text.Contains(title, StringComparison.Ordinal));

    private async Task DoAsync(Deed deed)
    {
        var seen = await Start(deed).SeenAsync();
        _tally.Check(seen.Kind == SeenKind.Ephemeral && seen.Message?.Buttons.Any(b => b.Label == "Compléter") != true, $"{deed} {seen}");
        _tally.Answered++;
    }

    private StubInteraction Start(Deed deed)
    {
        _deeds.Add(deed);
        return deed.Kind switch
        {
            DeedKind.Opens => deed.Who.SlashStart("mission ouvrir", ("titre", deed.Words), ("communs", "coworking")),
            DeedKind.Joins => deed.Who.PressStart(Card(deed.Words)!, "Rejoindre"),

            // No quiet hours, so that private messages leave whenever this is run.
            DeedKind.Gives => deed.Who.SlashStart("dispo régler", ("demandes", 2), ("heures", "8"), ("calme", "aucun")),
            _ => Village.Log(deed.Who, deed.Words),
        };
    }
}

internal enum DeedKind
{
    Logs,
    Opens,
    Joins,
    Gives,
}

/// <summary>Something that somebody did.</summary>
/// <param name="Words">Stand in what it stores, and in nothing else; of a mission that is joined, its title.</param>
internal sealed record Deed(StubUser Who, string Words, DeedKind Kind);
