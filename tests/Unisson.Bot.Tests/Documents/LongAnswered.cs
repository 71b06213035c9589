using Unisson.Bot.Contracts;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>The mission of <see cref="Answered"/> with so much of everything that its documents have many pages: 30 commons, 50 pledges, 40 people.</summary>
internal static class LongAnswered
{
    private const int Commons = 30, Pledges = 50, People = 40;

    private const string Words = "A place of third kinds where people of the valley repair, learn and work side by side, with a workshop, a kitchen and a library of tools.";

    public static async Task<TestBot> StartAsync()
    {
        var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);
        string[] slugs = [.. Enumerable.Range(1, Commons - 3).Select(i => $"place-{i}")];
        foreach (var (slug, i) in slugs.Select((s, i) => (s, i + 1)))
        {
            await bot.DoAsync($"claire> /common add {slug} name:\"Third place number {i}\" about:\"{Words}\" licence:\"CC BY-SA 4.0\" links:https://place-{i}.example/charter/of/the/house");
        }

        await bot.DoAsync($"claire> /mission edit M1 commons:coworking,garden,repair,{string.Join(',', slugs)}");
        for (var i = 1; i <= People - 5; i++)
        {
            await bot.DoAsync($"person{i}> /my settings visibility:public", $"person{i}> /contribution log {slugs[i % slugs.Length]} {1 + (i % 9)}h \"A sheet about the tools of the workshop, number {i}\" mission:M1");
        }

        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var db = scope.Db;
            var (mission, claire) = (db.Missions.Single(m => m.Number == 1), await Answered.IdAsync(db, "claire"));
            for (var i = 1; i <= People - 5; i++)
            {
                await Answered.HoldAsync(db, $"person{i}", RoleKind.HelpingCommoner, bot.Now);
                db.Acceptances.Add(new Acceptance { CommunityId = 1, MissionId = mission.Id, PersonId = await Answered.IdAsync(db, $"person{i}"), Role = RoleKind.HelpingCommoner, Version = 1, At = bot.Now, ReviewOn = new DateOnly(2027, 11, 24) });
            }

            for (var i = 4; i <= Pledges; i++)
            {
                db.Pledges.Add(new Pledge { CommunityId = 1, Number = i, MissionId = mission.Id, CommonId = await Answered.CommonAsync(db, slugs[i % slugs.Length]), Kind = (PledgeKind)(i % 3), What = $"A guide to the tools of the house, part {i}, with drawings and a film of two minutes", Amount = $"{i}h", Minutes = 60 * i, By = new DateOnly(2027, 6, 30), PromisedBy = claire, PromisedAt = bot.Now, State = i % 2 == 0 ? PledgeState.Kept : PledgeState.Promised });
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return bot;
    }
}
