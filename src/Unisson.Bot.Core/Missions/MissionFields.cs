using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary>What can be said about a mission when it is opened or edited.</summary>
internal static class MissionFields
{
    public static readonly Option<MissionKind> Kind = Options.Choice("kind", "genre", MissionChoices.Kind);
    public static readonly Option<string> Sponsor = Options.Text("sponsor", "commanditaire", 120);
    public static readonly Option<string> Commons = Options.Text("commons", "communs", 300, picks: Picks.Common);
    public static readonly Option<Visibility> Visibility = Options.Choice("visibility", "visibilité", MissionChoices.Visibility);

    public static async Task<Refusal?> ApplyAsync(Request r, Mission mission, CancellationToken ct)
    {
        mission.Kind = r.Value(Kind) ?? mission.Kind;
        mission.Sponsor = r.Text(Sponsor) ?? mission.Sponsor;
        foreach (var typed in (r.Text(Commons) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if ((await r.CommonAsync(typed, ct)).Refused(out var refusal, out var common))
            {
                return refusal;
            }

            if (!mission.Commons.Exists(c => c.CommonId == common.Id))
            {
                mission.Commons.Add(new MissionCommon { CommunityId = mission.CommunityId, MissionId = mission.Id, CommonId = common.Id });
            }
        }

        return null;
    }
}
