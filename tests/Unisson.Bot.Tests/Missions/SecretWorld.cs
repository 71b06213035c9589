using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Files;
using Unisson.Bot.Help;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

/// <summary>
/// A community at work, with or without a private mission of Claire, Gus and Ana in its midst: with call, yes, candidate, reminders, lines and a
/// proposal, and one that was given up. Everything else is the same, to the minute.
/// </summary>
internal sealed partial class SecretWorld : IAsyncDisposable
{
    /// <summary>Who has no part in the private mission: a member, a guarantor of the community, an admin.</summary>
    public static readonly string[] Outsiders = ["bob", "gil", "ada"];

    private readonly StringBuilder _printed = new();
    private readonly bool _hasSecret;

    private SecretWorld(TestBot bot, bool hasSecret) => (Bot, _hasSecret) = (bot, hasSecret);

    public TestBot Bot { get; }

    /// <summary>The private mission, its call, and the proposal, by the words that stand for them in a line.</summary>
    public Dictionary<string, string> Labels { get; } = [];

    public static async Task<SecretWorld> StartAsync(bool hasSecret)
    {
        var world = new SecretWorld(await TestBot.StartAsync(), hasSecret);
        await world.SettleInAsync();
        await world.DoAsync("claire> /mission open Before commons:coworking");
        if (hasSecret)
        {
            await world.KeepSecretAsync();
        }

        // What the ledger says of a private mission's line is only that it is for one: in the other world the same line is for none.
        var mission = hasSecret ? " mission:" + world.Labels["{private}"] : "";
        await world.DoAsync($"claire> /contribution log coworking 3h notes{mission}", $"ana> /contribution log coworking \"120 €\" seeds{mission}");
        if (hasSecret)
        {
            await world.EndSecretAsync();
        }

        await world.DoAsync(
            "claire> /mission open After commons:garden deadline:\"20 December\"",
            "dan> /contribution log garden 1h digging mission:M2",
            "gus> /mission join M2 guarantor",
            "claire> /commoners call garden mission:M2 hours:2h by:\"15 December\" terms:paid",
            "dan> /call answer C1 yes");
        return world;
    }

    public async Task<string> AskAsync(string name, string line) => Told(await Bot.AskAsync(name, line));

    public async Task<string> TapAsync(string name, string code) => Told(await Bot.ReadAsync(By(name) with { Action = code }));

    /// <summary>What is offered while somebody types.</summary>
    public Task<string> CompleteAsync(string name, string typed) => Bot.SeeAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        var caller = (await Callers.FindAsync(db, By(name), 1, null, ct))!;
        var done = await new Completion(Bot.Host.Catalogue).OfLineAsync(db, caller, typed, typed.Length, ct);
        return string.Join('\n', done.Candidates.Select(c => $"{c.Value} {c.Label}"));
    });

    public async Task WaitAsync(TimeSpan time)
    {
        await DoAsync("me> /about");
        _printed.Append(await Bot.WaitAsync(time));
    }

    /// <summary>Every message that reached a channel or one of the outsiders so far.</summary>
    public async Task<string> ReachedAsync()
    {
        await DoAsync("me> /about");
        var messages = Message().Matches(Numbers().Replace(_printed.ToString(), "")).Select(m => m.Value);
        return Told(string.Concat(messages.Where(m => m.StartsWith("→ #", StringComparison.Ordinal) || Outsiders.Any(o => m.StartsWith($"→ {o} ", StringComparison.Ordinal)))));
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    [GeneratedRegex(@"^→ .*\n(?:  .*\n)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();

    // Buttons are numbered over the whole block, in which messages to others stand as well.
    [GeneratedRegex(@"\[[0-9]+\] ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    // The head of the chain covers salts drawn at random: it is never twice the same.
    [GeneratedRegex("[0-9a-f]{12}(?:[0-9a-f]{52})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    private static Incoming By(string name) => new("terminal", Guid.NewGuid().ToString("N"), name, name, null);

    private static string Told(string text) => Head().Replace(text, "…").Replace(", for a mission that is not public", "", StringComparison.Ordinal);

    private async Task DoAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            _printed.Append(await Bot.DoAsync(Labels.Aggregate(line, (l, label) => l.Replace(label.Key, label.Value, StringComparison.Ordinal))));
        }
    }

    private async Task SettleInAsync()
    {
        await DoAsync(["me> /mission list", .. Outsiders.Append("gus").Append("claire").Select(o => $"{o}> /mission list")]);
        await ChangeAsync(async db =>
        {
            foreach (var membership in await db.Memberships.Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { Membership = m, p.Name }).ToListAsync())
            {
                membership.Membership.IsGuarantor = membership.Name is "gil" or "gus" or "me";
                membership.Membership.IsAdmin = membership.Name is "ada" or "me";
            }
        });
        await DoAsync([.. Enum.GetNames<ChannelUse>().Where(use => use != nameof(ChannelUse.Common)).Select(use => $"me> /setup channel {use} #{use}")]);
        await DoAsync(
            "claire> /common add coworking",
            "dan> /common add garden",
            "ana> /experience add coworking contributed",
            "ana> /availability set asks:2 hours:8h",
            "dan> /experience add garden maintained",
            "dan> /availability set asks:2 hours:8h",
            "bob> /reminder add \"tomorrow 9am\" ring the mayor");
    }

    private async Task KeepSecretAsync()
    {
        await DoAsync("claire> /mission open \"Secret study\" visibility:private commons:coworking kind:tender sponsor:\"Hidden Council\" reference:REF-77 deadline:\"20 December\"");
        await LabelAsync("{private}", async db => (await db.Missions.SingleAsync(m => m.IsApart)).Label);
        await ChangeAsync(async db =>
        {
            var (mission, gus) = (await db.Missions.SingleAsync(m => m.IsApart), await db.People.SingleAsync(p => p.Name == "gus"));
            db.RoleHolders.Add(new RoleHolder { CommunityId = 1, MissionId = mission.Id, PersonId = gus.Id, Role = RoleKind.GuarantorConnector, Holding = Holding.Active, Since = Bot.Now });
        });
        await DoAsync("claire> /commoners call coworking mission:{private} hours:2h by:\"15 December\" terms:paid places:2");
        await LabelAsync("{call}", async db => (await db.Calls.SingleAsync()).Label);
        await DoAsync(
            "ana> /call answer {call} yes",
            "claire> /mission edit {private} place:Lons",
            "claire> /contribution log coworking 1h minutes mission:{private} person:ana");
        await LabelAsync("{proposal}", async db => (await db.Proposals.SingleAsync()).Label);
    }

    private async Task EndSecretAsync()
    {
        await DoAsync("claire> /mission open \"Secret plan\" visibility:private commons:coworking");
        await LabelAsync("{ended}", async db => (await db.Missions.SingleAsync(m => m.Title == "Secret plan")).Label);
        await DoAsync("claire> /mission status {ended} abandoned reason:\"no time\"", "gus> /mission edit {private} budget:\"4000 euros\"");
    }

    private async Task LabelAsync(string word, Func<BotDb, Task<string>> label) => Labels[word] = await Bot.SeeAsync(label);

    private Task ChangeAsync(Func<BotDb, Task> change) => Bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        await change(scope.Db);
        await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
