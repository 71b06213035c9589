using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Concerns;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Forgetting;

/// <summary>
/// Forgets a person, everywhere on this instance (design: privacy; rules 11 and 15). What others count on stays without a name: numbers and amounts of
/// ledger lines, roles that were held, that a mission was opened.
/// </summary>
public static class Forgetter
{
    /// <summary>Bodies of the outbox go 7 days after sending, by the daily housekeeping.</summary>
    private static readonly TimeSpan MessagesKept = TimeSpan.FromDays(9);

    public static async Task ForgetAsync(BotDb db, long personId, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var person = await db.PersonAsync(personId, ct);
        var words = await WordsAsync(db, person, now, ct);
        var nobody = await NobodyAsync(db, personId, now, ct);
        var ids = await db.People.Where(p => p.Became == personId).Select(p => p.Id).ToListAsync(ct);
        ids.Add(personId);
        db.Forgotten.Add(new ForgottenOne(personId, await JoinedAsync(db, personId, ct)));

        await CallEnd.ReleaseAsync(db, personId, null, now, ct);
        foreach (var one in await db.People.Where(p => ids.Contains(p.Id)).ToListAsync(ct))
        {
            one.Forget(now);
        }

        await db.SaveChangesAsync(ct);
        await LeaveMissionsAsync(db, personId, now, ct);
        await Unheard.TellAsync(db, personId, now, ct);
        await db.SaveChangesAsync(ct);
        await OwnRows.RemoveAsync(db, ids, now, ct);
        await OthersWords.CleanAsync(db, words, nobody, ct);
    }

    /// <summary>Forgets again whom an older copy of the file brought back. Gives how many that were.</summary>
    public static async Task<int> AgainAsync(Store store, DateTimeOffset now, CancellationToken ct)
    {
        await CompleteAsync(store, ct);
        var count = 0;
        foreach (var one in ForgottenList.Read(store.Path))
        {
            count += await store.Writer.WriteAsync(async scope =>
            {
                if (!await scope.Db.People.AnyAsync(p => p.Id == one.PersonId && p.ForgottenAt == null, ct) || await JoinedAsync(scope.Db, one.PersonId, ct) != one.Joined)
                {
                    return 0;
                }

                await ForgetAsync(scope.Db, one.PersonId, now, ct);
                return 1;
            });
        }

        if (count > 0)
        {
            store.Compact();
        }

        return count;
    }

    /// <summary>After a crash between the commit and the list.</summary>
    private static async Task CompleteAsync(Store store, CancellationToken ct)
    {
        var announced = ForgottenList.ReadAnnounced(store.Path);
        if (announced.Count > 0)
        {
            await using var db = store.Read();
            var ids = announced.Select(a => a.PersonId).ToList();
            var gone = await db.People.Where(p => ids.Contains(p.Id) && p.ForgottenAt != null).Select(p => p.Id).ToListAsync(ct);
            ForgottenList.Add(store.Path, [.. announced.Where(a => gone.Contains(a.PersonId))]);
        }
    }

    private static async Task<DateTimeOffset> JoinedAsync(BotDb db, long personId, CancellationToken ct)
        => await db.Memberships.Where(m => m.PersonId == personId).MinAsync(m => (DateTimeOffset?)m.JoinedAt, ct) ?? DateTimeOffset.MinValue;

    /// <summary>In the language of a community of theirs: messages that wait were written already.</summary>
    private static async Task<string> NobodyAsync(BotDb db, long personId, DateTimeOffset now, CancellationToken ct)
    {
        var community = await db.Memberships.Where(m => m.PersonId == personId).Select(m => m.CommunityId).FirstAsync(ct);
        return new Say((await db.CommunityAsync(community, ct)).Language, NodaTime.DateTimeZone.Utc, now)["person.forgotten"];
    }

    /// <summary>Their names, and what they wrote in the days for which messages are kept.</summary>
    private static async Task<List<string>> WordsAsync(BotDb db, Person person, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - MessagesKept;
        List<string?> words =
        [
            person.Name,
            .. await db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Name).ToListAsync(ct),
            .. await db.Calls.Where(c => c.CallerId == person.Id && c.OpenedAt > since).Select(c => c.Note).ToListAsync(ct),
            .. await db.Reminders.Where(r => r.PersonId == person.Id && r.Kind != ReminderKind.Own).Select(r => r.What).ToListAsync(ct),
            .. await db.Proposals.Where(p => p.PersonId == person.Id || p.AuthorId == person.Id).Select(p => p.What).ToListAsync(ct),
            .. await db.Ledger.Where(l => l.At > since && (l.PersonId == person.Id || l.AuthorId == person.Id)).Select(l => l.Text!.What).ToListAsync(ct),
        ];
        return [.. words.OfType<string>().Where(w => w.Trim().Length > 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Roles that are held go back, as by <c>/mission leave</c>; on all cards, the name goes.</summary>
    private static async Task LeaveMissionsAsync(BotDb db, long personId, DateTimeOffset now, CancellationToken ct)
    {
        var missions = await db.Missions.Include(m => m.Holders).Include(m => m.Commons).AsSplitQuery().Where(m => m.Holders.Any(h => h.PersonId == personId)).ToListAsync(ct);
        foreach (var mission in missions)
        {
            if (!mission.IsOver && !mission.Leave(personId, null, now).Refused(out _, out var left))
            {
                await Leaving.AfterAsync(db, mission, personId, Say.Nobody, null, left, now, ct);
            }

            // An end that is taken back gives them no role again.
            mission.Holders.FindAll(h => h.PersonId == personId).ForEach(h => h.BeforeEnd = null);

            // So that the card of the line above gives way to this one.
            await db.SaveChangesAsync(ct);
            await MissionCard.PostAsync(db, mission, personId, now, ct, erases: true);
        }

        var calls = db.Calls.Include(c => c.Asks).AsSplitQuery().Where(c => c.CallerId == personId || c.Asks.Any(a => a.PersonId == personId && a.State == AskState.Accepted));
        foreach (var call in await calls.ToListAsync(ct))
        {
            call.Note = call.CallerId == personId ? null : call.Note;
            await CallCard.PostAsync(db, await CallScene.LoadAsync(db, call, ct), now, ct, erases: true);
        }
    }
}
