using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>What is left of it.</summary>
public sealed partial class BothNetworksTests
{
    private static async Task StoredAsync(BothStage s)
    {
        Assert.Equal(8, await s.World.SeeAsync(db => db.Accounts.Select(a => a.PersonId).Distinct().CountAsync()));
        Assert.Equal(MissionState.Closed, await s.World.SeeAsync(db => db.Missions.Select(m => m.State).SingleAsync()));
        Assert.Equal([PledgeState.Kept, PledgeState.Carried], await s.World.SeeAsync(db => db.Pledges.OrderBy(p => p.Number).Select(p => p.State).ToListAsync()));
        Assert.All(await s.World.SeeAsync(db => db.RoleHolders.ToListAsync()), h => Assert.Equal(Holding.Done, h.Holding));
        Assert.Equal(5, await s.World.SeeAsync(db => db.RoleHolders.CountAsync()));
        Assert.False(await s.World.SeeAsync(db => db.NamedHolders.AnyAsync()));
        var frames = await s.World.SeeAsync(db => db.Frames.ToListAsync());
        Assert.Equal(5, frames.Count);
        Assert.All(frames, f => Assert.True(f.IsAgreed));
        Assert.Equal(["claire", "eva"], await s.World.SeeAsync(db => db.Ledger.Where(l => l.MissionId != null).Join(db.People, l => l.PersonId, p => p.Id, (_, p) => p.Name).Order().ToListAsync()));
        Assert.Equal([(3, LinkLives.ALittle), (12, LinkLives.Yes)], (await s.World.SeeAsync(db => db.Lookbacks.OrderBy(l => l.Months).ToListAsync())).Select(l => (l.Months, l.Answer!.Value)));
    }

    /// <summary>Two asks in all, within what each gives; each question came once, to one place, and nothing came twice on one day.</summary>
    private static async Task ToldOnceAsync(BothStage s)
    {
        Assert.Equal([("bob", 1), ("eva", 1)], (await s.World.SeeAsync(db => db.Asks.Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { p.Name, a.Times }).ToListAsync())).Select(a => (a.Name, a.Times)).Order());
        (string Who, IEnumerable<(DateTimeOffset At, string Text)> Told)[] all = [.. Here.Select(w => (w, s.ToldHere(w).Concat(There.Contains(w) ? s.ToldThere(w) : []))), .. There.Except(Here).Select(w => (w, s.ToldThere(w).AsEnumerable()))];
        foreach (var (who, told) in all)
        {
            Assert.Equal([], told.GroupBy(m => (m.At.Date, m.Text)).Where(g => g.Count() > 1).Select(g => $"{who}: {g.Key}"));
            var asked = told.Count(m => m.Text.Contains("il y a trois mois", StringComparison.Ordinal) || m.Text.Contains("three months ago", StringComparison.Ordinal));
            Assert.Equal((who, who is "claire" or "ana" ? 1 : 0), (who, asked));
        }

        Assert.All(all.Where(a => a.Who is "dov" or "lea"), a => Assert.DoesNotContain(a.Told, m => m.Text.Contains(Confided, StringComparison.Ordinal) || m.Text.Contains("euros", StringComparison.Ordinal)));
    }

    /// <summary>Nobody reads the number or the address of somebody on the other network; Bob alone, when he joined his accounts.</summary>
    private static void NamedAsPeopleDo(BothStage s)
    {
        Assert.All(s.InTheOpenHere().Concat(Here.Where(w => w != "bob").SelectMany(s.ToldHere).Select(m => m.Text)), m => Assert.DoesNotMatch(Address(), m));
        Assert.All(s.InTheOpenThere().Concat(There.Where(w => w != "bob").SelectMany(s.ToldThere).Select(m => m.Text)), m => Assert.DoesNotMatch(Snowflake(), m));
    }

    [GeneratedRegex("[@!][a-z0-9]+:[a-z]", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\d{15,}", RegexOptions.None, 1000)]
    private static partial Regex Snowflake();
}
