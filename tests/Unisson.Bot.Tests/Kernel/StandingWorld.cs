using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>
/// A community in which each speaker is called by their standing, and which can be put back to how it was prepared.
/// <c>left</c> looked after the space and kept the method until they left; <c>team</c> provides M1, M2 and the private mission; <c>own-guarantor</c>
/// guarantees M1 and the private mission; <c>guarantor</c> and <c>admin</c> have a part in none. What is of <c>concerned</c>: the common
/// repair-cafe, an experience, the reminder R1, an ask of C1 and one of the private mission's call, and a line that waits for their yes.
/// </summary>
public sealed class StandingWorld : IAsyncLifetime
{
    private static readonly string[] Others = ["left", "member", "team", "coordinator", "own-guarantor", "guarantor", "concerned"];

    private readonly SqliteConnection _prepared = new("Data Source=:memory:");

    /// <summary>The private mission, its call, and the proposal, by the words that stand for them in a table.</summary>
    private readonly Dictionary<string, string> _labels = [];

    private TestBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await _bot.DoAsync(["admin> /mission list", .. Others.Select(s => $"{s}> /mission list")]);
        await GiveStandingsAsync();
        await _bot.DoAsync(
            "admin> /common add coworking name:Coworking",
            "concerned> /common add repair-cafe",
            "concerned> /experience add coworking contributed visible:guarantors",
            "concerned> /availability set asks:2 hours:8h",
            "concerned> /reminder add \"tomorrow 9am\" send the quote",
            "coordinator> /mission open Lons commons:coworking budget:\"4000 euros\"",
            "coordinator> /mission open Second commons:coworking",
            "coordinator> /mission open Secret visibility:private commons:coworking",
            "own-guarantor> /mission join M1 guarantor",
            "candidate> /mission join M1 provider");
        await GiveRolesAsync();
        await LabelAsync("{private}", async db => (await db.Missions.SingleAsync(m => m.IsApart)).Label);
        await _bot.DoAsync(
            "coordinator> /commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid",
            "coordinator> /commoners call coworking mission:M2 hours:2h by:\"15 December\" terms:paid",
            Named("coordinator> /commoners call coworking mission:{private} hours:2h by:\"15 December\" terms:paid"),
            Named("coordinator> /contribution log coworking 2h minutes mission:{private}"),
            "coordinator> /contribution log coworking 2h notes person:concerned");
        await LabelAsync("{private-call}", async db => (await db.Calls.SingleAsync(c => c.IsApart)).Label);
        await LabelAsync("{proposal}", async db => (await db.Proposals.SingleAsync()).Label);
        Keep();
    }

    /// <summary>A line of a table, by somebody of that standing.</summary>
    public Task<string> SayAsync(string standing, string line) => _bot.SayAsync(Named($"{standing}> {line}"));

    public string Named(string line) => _labels.Aggregate(line, (l, label) => l.Replace(label.Key, label.Value, StringComparison.Ordinal));

    /// <summary>Everything as it was prepared.</summary>
    public void PutBack()
    {
        using var live = Open(_bot.File);
        using var fast = new SqliteCommand("PRAGMA synchronous = OFF", live);
        fast.ExecuteNonQuery();
        _prepared.BackupDatabase(live);
    }

    public async ValueTask DisposeAsync()
    {
        await _prepared.DisposeAsync();
        await _bot.DisposeAsync();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Keep()
    {
        _prepared.Open();
        using var live = Open(_bot.File);
        live.BackupDatabase(_prepared);
    }

    private async Task LabelAsync(string word, Func<BotDb, Task<string>> label) => _labels[word] = await _bot.SeeAsync(label);

    private Task GiveStandingsAsync() => _bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        foreach (var (name, isAdmin, isGuarantor, left) in new[] { ("admin", true, false, false), ("guarantor", false, true, false), ("own-guarantor", false, true, false), ("left", true, true, true) })
        {
            var person = await scope.Db.People.SingleAsync(p => p.Name == name);
            var membership = await scope.Db.Memberships.SingleAsync(m => m.PersonId == person.Id);
            (membership.IsAdmin, membership.IsGuarantor, membership.LeftAt) = (isAdmin, isGuarantor, left ? _bot.Now : null);
        }

        await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private Task GiveRolesAsync() => _bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        foreach (var mission in await scope.Db.Missions.ToListAsync())
        {
            await HoldsAsync(scope.Db, mission, "team", RoleKind.Provider);
            if (mission.Visibility == Visibility.Private)
            {
                await HoldsAsync(scope.Db, mission, "own-guarantor", RoleKind.GuarantorConnector);
            }
        }

        await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private async Task HoldsAsync(BotDb db, Mission mission, string name, RoleKind role) => db.RoleHolders.Add(new RoleHolder
    {
        CommunityId = mission.CommunityId,
        MissionId = mission.Id,
        PersonId = (await db.People.SingleAsync(p => p.Name == name)).Id,
        Role = role,
        Holding = Holding.Active,
        Since = _bot.Now,
    });
}
