using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission open</c>: opens a mission that will lean on commons. Whoever opens it coordinates it, and nothing else.</summary>
public static class MissionOpen
{
    private static readonly Option<string> Title = Options.Text("title", "titre", 120, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("open", "ouvrir"))
    {
        Allow = Allow.Member,
        Options = [Title, MissionFields.Kind, MissionFields.Sponsor, MissionFields.Commons, MissionFields.Visibility],
        Form = [Title, MissionFields.Kind, MissionFields.Sponsor],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var visibility = r.Value(MissionFields.Visibility) ?? Visibility.Community;
        var apart = visibility == Visibility.Private;
        var mission = r.Db.Missions.Add(new Mission
        {
            CommunityId = r.Caller.CommunityId,
            Number = apart ? await ApartAsync(r.Db, r.Caller.CommunityId, ct) : await r.Db.NextNumberAsync("mission", r.Caller.CommunityId, ct),
            IsApart = apart,
            Visibility = visibility,
            Title = r.Get(Title),
            OpenedBy = r.Caller.PersonId,
            OpenedAt = r.Now,
        }).Entity;
        await r.Db.SaveChangesAsync(ct);
        mission.Holders.Add(new RoleHolder { CommunityId = mission.CommunityId, MissionId = mission.Id, PersonId = r.Caller.PersonId, Role = RoleKind.Coordinator, Holding = Holding.Active, Since = r.Now });
        if (await MissionFields.ApplyAsync(r, mission, ct) is { } refusal)
        {
            return refusal;
        }

        return new Reply(r.Say["mission.opened", mission.Label, mission.Title]);
    }

    /// <summary>Four random digits that no other private mission of the community has.</summary>
    private static async Task<int> ApartAsync(BotDb db, long communityId, CancellationToken ct)
    {
        int number;
        do
        {
            number = RandomNumberGenerator.GetInt32(10_000);
        }
        while (await db.Missions.AnyAsync(m => m.CommunityId == communityId && m.IsApart && m.Number == number, ct));

        return number;
    }
}
