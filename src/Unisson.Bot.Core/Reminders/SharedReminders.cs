using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Reminders;

/// <summary>Reminders for others: a mission's team, each in private, or a channel. Whoever set one has to be of a team still when it comes.</summary>
internal static class SharedReminders
{
    /// <summary>Missions that run, in whose team a person is.</summary>
    public static IQueryable<Mission> RunningOf(BotDb db, long communityId, long personId)
        => db.Missions.InTeamOf(communityId, personId).Where(m => !EF.Constant(Mission.EndStates).Contains(m.State));

    /// <summary>Whether somebody may have reminders posted in channels: of the team of a mission that runs here, or one who looks after the space.</summary>
    public static async Task<bool> MayPostAsync(BotDb db, long communityId, long personId, CancellationToken ct)
        => await db.Memberships.FindAsync([communityId, personId], ct) is { LeftAt: null } member
            && (member.IsAdmin || await RunningOf(db, communityId, personId).AnyAsync(ct));

    /// <summary>Whether a reminder may come to those it was set for. Needs the mission loaded with its people.</summary>
    public static async Task<bool> StandsAsync(BotDb db, Reminder row, Mission? mission, CancellationToken ct) => row.Kind switch
    {
        ReminderKind.Team => mission is { IsOver: false } && mission.HasInTeam(row.PersonId) && await IsHereAsync(db, row.CommunityId, row.PersonId, ct),
        ReminderKind.Channel => await MayPostAsync(db, row.CommunityId, row.PersonId, ct),
        _ => true,
    };

    /// <summary>To all who hold a role, but to whoever set it, in their own waking hours. One that was put off after it came is for its owner alone.</summary>
    public static async Task ToTeamAsync(BotDb db, Coming coming, TimeSpan punctual, DateTimeOffset now, CancellationToken ct)
    {
        if (coming is not { Reminder: { Kind: ReminderKind.Team, IsAgain: false } row, Mission: { } mission })
        {
            return;
        }

        var by = (await db.PersonAsync(row.PersonId, ct)).Name;
        foreach (var person in TellingTeam.Everybody(mission, row.PersonId))
        {
            if (await IsHereAsync(db, row.CommunityId, person, ct))
            {
                var say = await Outbox.SayToAsync(db, person, row.CommunityId, now, ct);
                var reply = ComingMessage.Shared(coming, say["reminder.by-for", by, mission.Title.Cut(40), mission.Label], punctual, say) with
                {
                    Loudness = Loudness.Ping,
                    Mentions = [person],
                    Actions = [MissionActions.Show.On(mission.Id, say)],
                };
                await Outbox.ToPersonAsync(db, row.CommunityId, person, Subject(row), reply, now, null, null, ct);
            }
        }
    }

    /// <summary>One message that rings nobody, in the community's language.</summary>
    public static async Task ToChannelAsync(BotDb db, Coming coming, TimeSpan punctual, DateTimeOffset now, CancellationToken ct)
    {
        var row = coming.Reminder;
        var community = await db.CommunityAsync(row.CommunityId, ct);
        var say = new Say(community.Language, Zones.Get(community.Zone), now);
        var reply = ComingMessage.Shared(coming, say["reminder.by", (await db.PersonAsync(row.PersonId, ct)).Name], punctual, say);
        var channel = new Channel { CommunityId = row.CommunityId, Door = row.Door!, ExternalId = row.Channel! };
        await Outbox.ToChannelsAsync(db, row.CommunityId, [channel], Subject(row), reply, now, ct);
    }

    /// <summary>Whether the last time found its channel closed, as its owner is told then: it ends, rather than to knock each time.</summary>
    public static async Task<bool> IsShutOutAsync(BotDb db, Reminder row, DateTimeOffset now, CancellationToken ct)
    {
        var subject = Subject(row);
        if (!await db.Outbox.AnyAsync(o => o.CommunityId == row.CommunityId && o.Parked == Parking.Channel && o.Subject == subject, ct))
        {
            return false;
        }

        var say = await Outbox.SayToAsync(db, row.PersonId, row.CommunityId, now, ct);
        var told = new Reply(say["reminder.channel-closed", row.Label, Channel.Shown(row.Door!, row.Channel!), row.What]);
        await Outbox.ToPersonAsync(db, row.CommunityId, row.PersonId, subject, told, now, null, null, ct);
        return true;
    }

    private static string Subject(Reminder row) => $"reminder:{row.Id}";

    private static async Task<bool> IsHereAsync(BotDb db, long communityId, long personId, CancellationToken ct)
        => await db.Memberships.FindAsync([communityId, personId], ct) is { LeftAt: null };
}
