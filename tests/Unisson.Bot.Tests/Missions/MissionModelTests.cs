using CsCheck;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionModelTests
{
    private static readonly string[] People = ["claire", "bob", "me", "ana"];

    private static readonly string[] Verbs = ["join", "join", "leave", "status", "status", "edit"];

    private static readonly Gen<Deed> Deeds = Gen.Select(
        Gen.Int[0, 5].Select(static v => Verbs[v]), Gen.Int[0, 3], Gen.Enum<RoleKind>(),
        Gen.Int[0, 3].Select(static h => h switch { 0 => JoinAs.Candidate, 1 => JoinAs.Shadow, _ => (JoinAs?)null }), Gen.Enum<MissionState>(), Gen.Bool, Gen.Enum<Visibility>(),
        (verb, person, role, how, to, named, visibility) => new Deed(verb, person, role, how, to, named, visibility));

    [Fact]
    public void Whatever_people_do_a_mission_stays_within_its_life_cycle()
        => Deeds.Array[1, 40].Sample(static deeds =>
        {
            var (model, mission) = (new MissionModel(), Opened());
            foreach (var deed in deeds)
            {
                Assert.Equal(model.Do(deed), Do(mission, deed));
                Assert.Equal((model.State, model.Roles, model.Visibility), (mission.State.ToString(), Roles(mission), mission.Visibility));
                Assert.All(Enumerable.Range(0, 4), p => Assert.Equal(model.IsTeam(p), mission.HasInTeam(p)));
            }
        });

    [Fact]
    public async Task The_same_holds_for_lines_that_people_type()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission list", "bob> /mission list", "ana> /mission list");
        var ids = await bot.SeeAsync(db => db.Accounts.ToDictionaryAsync(a => a.PersonId, a => Array.IndexOf(People, a.Name)));
        var number = 0;

        await Deeds.Array[1, 12].SampleAsync(
            async deeds =>
            {
                var (model, label) = (new MissionModel(isTyped: true), $"M{++number}");
                await bot.DoAsync($"claire> /mission open Mission{number}");
                foreach (var deed in deeds)
                {
                    // The team moves it; a guarantor of the community may as well.
                    var allowed = deed.Verb is "join" or "leave" || deed.Person == 2 || model.IsTeam(deed.Person);
                    var expected = allowed ? model.Do(deed) : "standing.team";
                    var answer = await bot.SayAsync(deed.Line(label, People));
                    Assert.True(expected is null ? !answer.Contains("[mission.", StringComparison.Ordinal) : answer.Contains($"[{expected}]", StringComparison.Ordinal), $"{expected}\n{answer}");
                }

                var mission = await bot.SeeAsync(db => db.Missions.Include(m => m.Holders).SingleAsync(m => m.Number == number));
                Assert.Equal((model.State, model.Roles, model.Visibility), (mission.State.ToString(), Roles(mission, ids), mission.Visibility));
            },
            iter: 40,
            threads: 1);
    }

    private static Mission Opened()
    {
        var mission = new Mission { Title = "Étude" };
        mission.Holders.Add(new RoleHolder { Role = RoleKind.Coordinator, Holding = Holding.Active });
        return mission;
    }

    private static string? Do(Mission mission, Deed deed)
    {
        var named = deed.Named;
        return deed.Verb switch
        {
            "join" => Code(mission.Join(deed.Person, deed.Role, deed.How, deed.Person == 2, TestBot.Start)),
            "leave" => Code(mission.Leave(deed.Person, named ? deed.Role : null, TestBot.Start)),
            "status" => Code(mission.Step(deed.To, named ? "because" : null, TestBot.Start)),
            _ => Code(mission.OpenUp(deed.Visibility)),
        };
    }

    private static string? Code<T>(Bot.Kernel.Result<T> result) => result.Refused(out var refusal, out _) ? refusal.Code : null;

    private static string Roles(Mission mission, Dictionary<long, int>? ids = null) => string.Join(
        ", ", mission.Holders.Select(h => ($"{(ids is null ? h.PersonId : ids[h.PersonId])} {h.Role}", h.Holding)).OrderBy(h => h.Item1, StringComparer.Ordinal).Select(h => $"{h.Item1} {h.Holding}"));
}
