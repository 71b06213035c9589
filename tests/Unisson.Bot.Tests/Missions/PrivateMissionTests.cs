using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

/// <summary>A private mission of others shows by no word, number, count, refusal or completion: the community reads as if it were not there.</summary>
public sealed class PrivateMissionTests
{
    /// <summary>In this order, by each outsider; what they write they write in both worlds.</summary>
    private static readonly string[] Lines =
    [
        "/setup audit", "/setup export people", "/setup export commons", "/setup export contributions",
        "/unisson", "/about", "/help", "/help mission", "/my show", "/my settings", "/availability show", "/reminder list",
        "/common list", "/common show coworking", "/common show garden", "/common find secret", "/common find council", "/commoners find coworking",
        "/experience list", "/experience list claire", "/experience list ana", "/experience list gus",
        "/mission list", "/mission list kind:tender", "/mission list common:coworking", "/mission list state:open", "/mission list state:abandoned",
        "/mission show 1", "/mission show M2", "/mission show M3", "/mission show {private}", "/mission show {ended}", "/mission show \"Secret study\"", "/mission show secret",
        "/mission join {private} provider", "/mission join \"Secret study\" provider", "/mission leave {private}", "/mission edit {private} place:Lons", "/mission status {private} answered",
        "/mission journal 1", "/mission journal M2", "/mission journal {private}", "/mission journal {private} note:hello", "/mission similar 1", "/mission similar M2", "/mission similar {private}",
        "/mission similar M2 with:{private}", "/mission similar {private} with:M2",
        "/contract read", "/contract read mission:{private}", "/contract accept {private}", "/mission accept {private} provider", "/mission assign {private} bob provider", "/mission pledge {private} coworking Notes", "/mission close {private}", "/mission lookback {private} coworking yes", "/mission concern {private} Worry",
        "/mission kit 1 format:md", "/mission kit M2 format:md", "/mission kit {private} format:md", "/mission report M2 format:md", "/mission report M3 format:html", "/mission report {private}",
        "/call list", "/call list state:filled", "/call list state:waiting", "/call list state:closed", "/call list state:expired",
        "/call show C1", "/call show C2", "/call show {call}", "/call answer {call} yes", "/call answer {call} no", "/call close {call}",
        "/commoners call coworking", "/commoners call coworking mission:{private}", "/commoners call role:guarantor-connector mission:{private}",
        "/contribution list", "/contribution list common:coworking", "/contribution list person:claire", "/contribution list since:\"1 November\"",
        "/contribution chart", "/contribution chart common:coworking", "/contribution chart mission:{private}", "/contribution export", "/contribution export format:json", "/contribution export mission:{private}",
        "/contribution list mission:{private}", "/contribution log coworking 1h notes mission:{private}", "/contribution log coworking 1h notes mission:\"Secret study\"",
        "/my export", "/contribution confirm {proposal}", "/contribution confirm L1", "/contribution verify",
        "/mission open \"Secret study\" kind:tender sponsor:\"Hidden Council\" reference:REF-77 deadline:\"20 December\" commons:coworking",
        "/commoners call coworking hours:2h terms:paid", "/contribution log coworking 1h notes", "/contribution verify", "/mission list", "/call list", "/common show coworking",
        "/mission open \"A study\" sponsor:\"Hidden Council\" deadline:\"18 December\"", "/mission edit M3 title:\"The secret study\"", "/mission edit M3 reference:REF-77", "/mission similar M3", "/mission journal M3",
    ];

    private static readonly string[] Beginnings = ["", "secret", "m", "mp", "{private}", "cp", "{call}", "lp", "{proposal}", "1"];

    private static readonly Catalogue Catalogue = new(Commands.All, Commands.Actions);

    [Fact]
    public void Whatever_only_reads_is_among_the_lines()
        => Assert.All(Catalogue.Commands.Where(c => c.Reads), c => Assert.Contains(Lines, l => Catalogue.Find(l[1..].Split(' '), out _)!.Spec == c));

    [Fact]
    public async Task A_community_reads_the_same_with_and_without_a_private_mission_of_others()
    {
        await using var with = await SecretWorld.StartAsync(hasSecret: true);
        await using var without = await SecretWorld.StartAsync(hasSecret: false);
        var team = await with.AskAsync("claire", "/mission list");


        Assert.All(["Secret study", "Secret plan"], title => Assert.Contains(title, team, StringComparison.Ordinal));
        foreach (var name in SecretWorld.Outsiders)
        {
            await SameAsync(Lines, line => with.AskAsync(name, line), line => without.AskAsync(name, line), with.Labels);
            await SameAsync(Typed(), typed => with.CompleteAsync(name, typed), typed => without.CompleteAsync(name, typed), with.Labels);
        }

        await with.WaitAsync(TimeSpan.FromDays(45));
        await without.WaitAsync(TimeSpan.FromDays(45));
        await SameAsync(Lines, line => with.AskAsync("bob", line), line => without.AskAsync("bob", line), with.Labels);
        var reached = await with.ReachedAsync();
        Assert.Equal(await without.ReachedAsync(), reached);
        Assert.All(["→ #ledger: ", "→ bob (private): "], message => Assert.Contains(message, reached, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_of_a_private_mission_in_other_hands_is_one_that_never_was()
    {
        await using var world = await SecretWorld.StartAsync(hasSecret: true);
        var rows = await world.Bot.SeeAsync(RowsAsync);

        foreach (var (kind, row) in rows)
        {
            foreach (var action in Commands.Actions.Where(a => a.Name.StartsWith(kind, StringComparison.Ordinal) && a != CallActions.Rest))
            {
                var never = await world.TapAsync("bob", $"v1:{action.Name}:999999");
                Assert.Equal((action.Name, never), (action.Name, await world.TapAsync("bob", $"v1:{action.Name}:{row}")));
            }
        }
    }

    /// <summary>The rows of the private missions, by how the names of their buttons begin.</summary>
    private static async Task<List<(string Kind, long Row)>> RowsAsync(BotDb db)
    {
        var missions = await db.Missions.Where(m => m.IsApart).Select(m => m.Id).ToListAsync();
        var calls = await db.Calls.Where(c => c.IsApart).Select(c => c.Id).ToListAsync();
        var proposals = await db.Proposals.Select(p => p.Id).ToListAsync();
        var reminders = await db.Reminders.Where(r => missions.Contains(r.MissionId ?? 0)).Select(r => r.Id).ToListAsync();
        (string, List<long>)[] kinds = [("mission-", missions), ("call-", calls), ("proposal-", proposals), ("reminder-", reminders)];
        Assert.All(kinds, k => Assert.NotEmpty(k.Item2));
        return [.. kinds.SelectMany(k => k.Item2.Select(id => (k.Item1, id)))];
    }

    /// <summary>An option of each kind of record that can be named, as far as somebody typed it.</summary>
    private static IEnumerable<string> Typed() =>
        from named in Catalogue.Commands.SelectMany(c => c.Options.Select(o => (Command: c, Option: o))).DistinctBy(n => n.Option.Picks)
        where named.Option.Picks is not (Picks.Nothing or Picks.Choice or Picks.Command)
        from beginning in Beginnings
        select $"/{named.Command.Path} {named.Option.Name.English}:{beginning}";

    private static async Task SameAsync(IEnumerable<string> lines, Func<string, Task<string>> with, Func<string, Task<string>> without, Dictionary<string, string> labels)
    {
        foreach (var line in lines.Select(l => labels.Aggregate(l, (t, label) => t.Replace(label.Key, label.Value, StringComparison.Ordinal))))
        {
            Assert.Equal($"{line}\n{await without(line)}", $"{line}\n{await with(line)}");
        }
    }
}
