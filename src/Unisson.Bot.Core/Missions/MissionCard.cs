using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>The one card of a mission (rule 14): what everybody who may see it sees. Candidates, budget and journal are not on it.</summary>
/// <param name="People">Names of who holds a role, by id.</param>
/// <param name="Commons">The commons it leans on.</param>
/// <param name="Named">Those in a role without an account.</param>
internal sealed record MissionCard(Mission Mission, IReadOnlyDictionary<long, string> People, IReadOnlyList<Claim> Commons, IReadOnlyList<NamedHolder> Named)
{
    private static readonly Func<BotDb, long, long, IAsyncEnumerable<NamedHolder>> Without = EF.CompileAsyncQuery((BotDb db, long communityId, long missionId) =>
        db.NamedHolders.AsNoTracking().Where(n => n.CommunityId == communityId && n.MissionId == missionId).OrderBy(n => n.Id).AsQueryable());

    private static readonly RoleKind[] Shown = [RoleKind.Coordinator, RoleKind.GuarantorConnector, RoleKind.HelpingCommoner, RoleKind.Provider, RoleKind.Sponsor];

    /// <summary>The role that somebody should take first, as long as the mission moves.</summary>
    public RoleKind? OpenRole => Mission.IsOver ? null
        : !Mission.HasActive(RoleKind.Coordinator) ? RoleKind.Coordinator
        : !Mission.HasActive(RoleKind.GuarantorConnector) ? RoleKind.GuarantorConnector
        : null;

    public static async Task<MissionCard> OfAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        var people = mission.Holders.Where(h => h.Holding != Holding.HandedBack).Select(h => h.PersonId).Distinct().ToList();
        return new MissionCard(
            mission,
            await Naming.NamesAsync(db, people, ct),
            await Claim.OfAsync(db, mission, ct),
            await Without(db, mission.CommunityId, mission.Id).ToListAsync(ct));
    }

    /// <summary>
    /// Brings the card up to date wherever it stands: in the channels for missions, or for a private mission with its team, never in a channel.
    /// </summary>
    /// <param name="except">Whose own answer shows it already.</param>
    /// <param name="erases">What it said before is to be read no more.</param>
    public static async Task PostAsync(BotDb db, Mission mission, long except, DateTimeOffset now, CancellationToken ct, bool erases = false)
    {
        var card = await OfAsync(db, mission, ct);
        var community = await db.CommunityAsync(mission.CommunityId, ct);
        var zone = Zones.Get(community.Zone);
        if (mission.Visibility != Visibility.Private)
        {
            var reply = card.In(new Say(community.Language, zone, now), zone) with { Erases = erases };
            await Outbox.ToChannelAsync(db, mission.CommunityId, ChannelUse.Missions, Subject(mission), reply, now, ct);
            return;
        }

        foreach (var person in mission.Holders.Where(h => h.IsCurrent && h.PersonId != except).Select(h => h.PersonId).Distinct())
        {
            var reply = card.In(await Outbox.SayToAsync(db, person, mission.CommunityId, now, ct), zone) with { Erases = erases };
            await Outbox.ToPersonAsync(db, mission.CommunityId, person, Subject(mission), reply, now, null, null, ct);
        }
    }

    public static string Subject(Mission mission) => $"mission:{mission.Id}";

    /// <summary>The deadline in the reader's zone: a day, or an instant where an hour was said.</summary>
    public static object? Deadline(Mission mission, DateTimeZone communityZone) => mission switch
    {
        { Deadline: { } day, DeadlineHour: { } hour } =>
            communityZone.AtLeniently(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(hour)).ToDateTimeOffset().ToUniversalTime(),
        _ => mission.Deadline,
    };

    public Reply In(Say say, DateTimeZone communityZone) => new(First(say))
    {
        Lines = [.. Lines(say, communityZone)],
        Actions = Mission.IsOver ? [] : [.. Actions(say)],
        Card = Subject(Mission),
    };

    public string First(Say say) => say["mission.card", Mission.Title, Mission.Label, MissionChoices.State.Labelled(Mission.State)];

    public IEnumerable<string> Lines(Say say, DateTimeZone communityZone)
    {
        var kind = MissionChoices.Kind.Labelled(Mission.Kind);
        yield return Mission.Sponsor is { } sponsor ? say["mission.card.for", kind, sponsor] : say["mission.card.kind", kind];
        if (Deadline(Mission, communityZone) is { } deadline)
        {
            yield return say["mission.card.deadline", deadline];
        }

        if ((Mission.Starts, Mission.Ends) is var (starts, ends) && (starts ?? ends) is not null)
        {
            yield return ends is null ? say["mission.card.from", starts] : starts is null ? say["mission.card.until", ends] : say["mission.card.dates", starts, ends];
        }

        if (Mission.Place is { } place)
        {
            yield return say["mission.card.place", place];
        }

        yield return Commons.Count == 0 ? say["mission.card.no-commons"] : say["mission.card.commons", Commons.Select(c => c.Name)];
        foreach (var claim in Mission.IsOver ? [] : Claim.Words(Commons, say))
        {
            yield return claim;
        }

        foreach (var line in Roles(say))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Roles(Say say)
    {
        foreach (var role in Shown)
        {
            var names = Mission.Holders.Where(h => h.Role == role && (h.IsHeld || h.Holding == Holding.Done)).OrderBy(h => h.Since).ThenBy(h => h.Id)
                .Select(h => h.Holding is Holding.Active or Holding.Done ? People[h.PersonId] : say["mission.card.held", People[h.PersonId], MissionChoices.Holding.Labelled(h.Holding)])
                .Concat(Named.Where(n => n.Role == role).Select(n => n.Name)).ToList();
            if (names.Count > 0)
            {
                yield return say["mission.card.role", MissionChoices.Role.Labelled(role), names];
            }
        }

        if (OpenRole is { } open)
        {
            yield return say["mission.card.open-role", MissionChoices.Role.Labelled(open)];
        }
    }

    private IEnumerable<ReplyAction> Actions(Say say)
    {
        yield return MissionActions.Join.On(Mission.Id, say);
        if (OpenRole is { } open)
        {
            yield return (open == RoleKind.Coordinator ? MissionActions.ReadCoordinator : MissionActions.ReadGuarantor).On(Mission.Id, say);
        }
    }
}
