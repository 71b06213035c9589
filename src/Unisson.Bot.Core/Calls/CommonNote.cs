using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The transparency note (rule 13): once somebody accepted to help, the common's own channel is told, in the words that the ask showed them
/// before. By name only where they show their experience to everybody. For tenders and project calls it waits until the answer was sent; of a
/// private mission it names neither title nor sponsor.
/// </summary>
internal static class CommonNote
{
    /// <summary>The line of an ask that says what a yes will tell the common; null where it has no channel.</summary>
    public static async Task<string?> PreviewAsync(BotDb db, CallScene scene, long personId, Say say, CancellationToken ct)
    {
        if (scene.Common is not { } common || !await db.ChannelsOf(common).AnyAsync(ct))
        {
            return null;
        }

        var note = await WordsAsync(db, scene, personId, say.Now, ct);
        return say[Waits(scene.Mission) ? "note.preview-later" : "note.preview", common.Name, note];
    }

    /// <summary>After a yes.</summary>
    public static async Task AfterYesAsync(BotDb db, CallScene scene, Ask ask, DateTimeOffset now, CancellationToken ct)
    {
        if (!Waits(scene.Mission))
        {
            await PostAsync(db, scene, ask, now, ct);
        }
    }

    /// <summary>The answer to a tender or project call was sent: what waited for that is told.</summary>
    public static async Task AfterAnswerAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        if (mission.Kind is not (MissionKind.Tender or MissionKind.ProjectCall) || mission.State != MissionState.Answered)
        {
            return;
        }

        foreach (var call in await db.Calls.Include(c => c.Asks).Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id && c.CommonId != null).ToListAsync(ct))
        {
            var scene = await CallScene.LoadAsync(db, call, ct);
            foreach (var ask in call.Holding(mission).Where(a => a.NotedAt is null && (!a.IsVolunteer || call.RoleOf(a, mission)?.Holding == Holding.Active)).ToList())
            {
                await PostAsync(db, scene, ask, now, ct);
            }
        }
    }

    /// <summary>The line by which a role that somebody came forward for says what taking it will tell the common; null where nothing is told.</summary>
    public static async Task<string?> BeforeTakingAsync(BotDb db, Call call, long personId, Say say, CancellationToken ct)
        => call.CommonId is null ? null : await PreviewAsync(db, await CallScene.LoadAsync(db, call, ct), personId, say, ct);

    /// <summary>Somebody who had come forward by themselves took the role that the team gave them.</summary>
    public static async Task AfterTakingAsync(BotDb db, Mission mission, long personId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var call in await db.Calls.Include(c => c.Asks).Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id && c.CommonId != null).ToListAsync(ct))
        {
            foreach (var ask in call.Holding(mission).Where(a => a.PersonId == personId && a is { IsVolunteer: true, NotedAt: null }).ToList())
            {
                await AfterYesAsync(db, await CallScene.LoadAsync(db, call, ct), ask, now, ct);
            }
        }
    }

    /// <summary>The place was handed back: what was told is told to be over.</summary>
    public static async Task AfterHandBackAsync(BotDb db, CallScene scene, Ask ask, DateTimeOffset now, CancellationToken ct)
    {
        if (ask.NotedAt is not null && scene.Common is { } common)
        {
            ask.NotedAt = null;
            await SendAsync(db, common, ask, scene.SayToAll(now)["note.over"], now, ct);
        }
    }

    private static bool Waits(Mission mission) => mission.Kind is MissionKind.Tender or MissionKind.ProjectCall && mission.State == MissionState.Open;

    private static async Task PostAsync(BotDb db, CallScene scene, Ask ask, DateTimeOffset now, CancellationToken ct)
    {
        if (scene.Common is { } common && await SendAsync(db, common, ask, await WordsAsync(db, scene, ask.PersonId, now, ct), now, ct))
        {
            ask.NotedAt = now;
        }
    }

    private static async Task<bool> SendAsync(BotDb db, Common common, Ask ask, string words, DateTimeOffset now, CancellationToken ct)
    {
        var channels = await db.ChannelsOf(common).AsNoTracking().ToListAsync(ct);
        var card = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note:{ask.Id}");
        await Outbox.ToChannelsAsync(db, common.CommunityId, channels, card, new Reply(words) { Card = card }, now, ct);
        return channels.Count > 0;
    }

    /// <summary>« Pour information : une personne de notre commun aide la CC Bresse Haute Seille jusqu’en mars. »</summary>
    private static async Task<string> WordsAsync(BotDb db, CallScene scene, long personId, DateTimeOffset now, CancellationToken ct)
    {
        var say = scene.SayToAll(now);
        var (community, common) = (scene.Call.CommunityId, scene.Call.CommonId);
        var isNamed = await db.Experiences.AnyAsync(x => x.CommunityId == community && x.CommonId == common && x.PersonId == personId && x.SeenBy == SeenBy.Public, ct);
        var who = isNamed ? await db.People.Where(p => p.Id == personId).Select(p => p.Name).FirstAsync(ct) : say["note.somebody"];
        var what = scene.IsPrivate ? say["note.not-public"] : await SponsorAsync(db, scene.Mission, ct) ?? say["note.mission", scene.Mission.Title];
        return scene.Mission.Ends is { } ends ? say["note.until", who, what, ends] : say["note", who, what];
    }

    private static async Task<string?> SponsorAsync(BotDb db, Mission mission, CancellationToken ct) => mission.Sponsor
        ?? await db.NamedHolders.Where(n => n.CommunityId == mission.CommunityId && n.MissionId == mission.Id && n.Role == RoleKind.Sponsor).OrderBy(n => n.Id).Select(n => n.Name).FirstOrDefaultAsync(ct);
}
