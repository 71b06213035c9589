using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// <c>/commoners call</c>: asks a few commoners for help with a mission. What is left out fills itself and is shown to the caller alone first;
/// with mission, hours, by and terms it leaves at once. Refusals: <c>call.no-mission</c>, <c>call.mission-over</c>, <c>call.two-open</c>,
/// <c>call.common-or-role</c>, <c>call.hours</c>, <c>call.by</c>, <c>call.note-link</c>, <c>call.terms</c>.
/// </summary>
public static class CommonersCall
{
    /// <summary>Calls of one mission that run at a time (rule 18).</summary>
    internal const int MostOpen = 2;

    private const int MostChoices = 5;

    public static CommandSpec Spec { get; } = new(Groups.Commoners, new("call", "appeler"))
    {
        Allow = Team.Of(CallFields.Mission),
        Options = [CallFields.Common, CallFields.Mission, CallFields.Places, CallFields.Hours, CallFields.By, CallFields.Terms, CallFields.Role, CallFields.Near, CallFields.Level, CallFields.Slot, CallFields.Note],
        Form = [CallFields.Common, CallFields.Hours, CallFields.By, CallFields.Terms],
        Positions = (_, _) => [CallFields.Common],
        AlsoPaths = ["call open", "appel lancer", "commoners appel"],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        Common? common = null;
        if (r.Given(CallFields.Common, out var typed))
        {
            if ((await r.CommonAsync(typed, ct)).Refused(out var unknown, out common))
            {
                return unknown;
            }
        }
        else if (r.Value(CallFields.Role) != RoleKind.GuarantorConnector)
        {
            return r.Missing([CallFields.Common]);
        }

        if (r.Value(CallFields.Role) == RoleKind.Sponsor)
        {
            return new Refusal("call.sponsor");
        }

        if (r.Given(CallFields.Mission, out var label))
        {
            return (await r.MissionAsync(label, ct)).Refused(out var refusal, out var mission) ? refusal : await ForAsync(r, mission, common, ct);
        }

        return await OwnMissionsAsync(r, common, ct) switch
        {
            [] => NoMission(common),
            [var only] => await ForAsync(r, only, common, ct),
            var several => await WhichAsync(r, several, ct),
        };
    }

    private static async Task<Result<Reply>> ForAsync(Request r, Mission mission, Common? common, CancellationToken ct)
    {
        if (mission.State is not (MissionState.Open or MissionState.Answered or MissionState.Won or MissionState.Running))
        {
            return new Refusal("call.mission-over", mission.Title, mission.Label);
        }

        var open = await r.Db.Calls.CountAsync(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id && c.EndedAt == null, ct);
        if (open >= MostOpen)
        {
            return new Refusal("call.two-open", mission.Title, mission.Label);
        }

        if (mission.Visibility != Visibility.Private && await r.RefusedAsync(ChannelUse.Calls, ct) is { } closed)
        {
            return closed;
        }

        var draft = CallDraft.Of(r, mission, common);
        if (draft.Refused(r) is { } otherwise)
        {
            return otherwise;
        }

        return draft.IsWhole ? await CallOpening.OpenAsync(r, draft, ct) : await draft.PreviewAsync(r, ct);
    }

    /// <summary>The caller's own missions that can still be helped and lean on this common.</summary>
    private static Task<List<Mission>> OwnMissionsAsync(Request r, Common? common, CancellationToken ct)
    {
        var (community, person, commonId) = (r.Caller.CommunityId, r.Caller.PersonId, common?.Id);
        MissionState[] live = [MissionState.Open, MissionState.Answered, MissionState.Won, MissionState.Running];
        return r.Db.Missions.Include(m => m.Holders)
            .Where(m => m.CommunityId == community && live.Contains(m.State) && (commonId == null || m.Commons.Any(c => c.CommonId == commonId))
                && m.Holders.Any(h => h.PersonId == person && (h.Holding == Holding.Selected || h.Holding == Holding.Active)))
            .OrderByDescending(m => m.Id).Take(MostChoices).ToListAsync(ct);
    }

    private static async Task<Reply> WhichAsync(Request r, List<Mission> missions, CancellationToken ct)
    {
        var drafts = await Drafts.KeepAsync(r, missions.ConvertAll(m => r.Line.With("mission", m.Label)), ct);
        return new Reply(r.Say["call.which"])
        {
            Lines = [.. missions.Select(m => r.Say["call.which.one", m.Label, m.Title])],
            Actions = [.. missions.Select((m, i) => Drafts.Send.On(drafts[i], CallWords.Fit(m.Title, title => $"{m.Label} {title}")))],
        };
    }

    private static Refusal NoMission(Common? common) => common is null
        ? new Refusal("call.no-mission.role") { Mend = new CommandLine("mission open", ("title", "…")) }
        : new Refusal("call.no-mission", common.Name) { Mend = new CommandLine("mission open", ("title", "…"), ("commons", common.Slug)) };
}
