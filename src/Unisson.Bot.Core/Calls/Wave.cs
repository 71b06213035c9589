using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The one place that looks at a call and lets it ask: at its opening, when its next look is due, and after every no, withdrawal or pause
/// (rule 1). Asks are planned here, hold their hours at once, and are looked at once more when they leave (<see cref="Departure"/>).
/// </summary>
public static class Wave
{
    private const int Batch = 20;

    /// <summary>Calls whose next look or deadline has come.</summary>
    public static DueKind Due { get; } = new("calls", (db, ct) => db.Calls.MinAsync(c => c.DueAt, ct), RunDueAsync);

    /// <summary>
    /// Ends the call if its time is over or its places are taken; else shows again what was to be shown again, and asks whom the plan names.
    /// Stores what the unit of work has so far.
    /// </summary>
    public static async Task PlanAsync(BotDb db, Call call, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var scene = await CallScene.LoadAsync(db, call, ct);
        if (now >= call.Deadline && call.State is CallState.Open or CallState.Waiting or CallState.Frozen)
        {
            await CallEnd.CloseAsync(db, call, CallState.Expired, now, ct);
        }
        else if (call.State == CallState.Open && !scene.IsShort)
        {
            await CallEnd.CloseAsync(db, call, CallState.Filled, now, ct);
        }
        else if (call.State == CallState.Open)
        {
            await InLine.ComeUpAsync(db, scene, now, ct);
            await InLine.ShowAgainAsync(db, scene, now, ct);
            await AskAsync(db, scene, now, ct);
        }
        else
        {
            call.DueAt = call.State is CallState.Waiting or CallState.Frozen ? call.Deadline : null;
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<bool> RunDueAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Calls.Include(c => c.Asks).Where(c => c.DueAt <= now).OrderBy(c => c.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var call in due)
        {
            await PlanAsync(db, call, now, ct);
        }

        return due.Count == Batch;
    }

    private static async Task AskAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct)
    {
        var call = scene.Call;
        var (planned, minutes) = (scene.ForPlan(await OpenAsksAsync(db, scene, ct), await CommonBudget.LeftAsync(db, scene, now, ct)), scene.Clock.MinutesAt(now));
        var known = Plan.NeedsMore(planned, minutes) ? await Candidates.LongestRestedAsync(db, scene, ct) : [];
        var facts = known.Count == 0 ? null : await Facts.ReadAsync(db, scene, known, now, ct);
        var plan = Plan.For(planned, [.. known.Select(k => facts!.Of(k))], minutes);
        var people = known.ToDictionary(k => k.Person.Id);
        var asks = plan.Asks.Select(p => (Planned: p, Known: people[p.PersonId], Ask: Place(db, call, p, people[p.PersonId], now))).ToList();
        await db.SaveChangesAsync(ct);
        var names = asks.Count == 0 ? [] : await AskMessage.NamesAsync(db, scene, ct);
        foreach (var (chosen, person, ask) in asks)
        {
            var say = await Outbox.SayToAsync(db, chosen.PersonId, call.CommunityId, now, ct);
            var leaves = QuietHours.NextWake(person.Person, say.Zone, scene.Community.Holidays, now, scene.IsUrgent);
            await Outbox.ToPersonAsync(db, call.CommunityId, chosen.PersonId, call.Subject, AskMessage.For(scene, ask, chosen, person, names, await CommonNote.PreviewAsync(db, scene, chosen.PersonId, say, ct), say), now, leaves, ask.Id, ct);
        }

        call.DueAt = NextLook(scene, plan, now);
        db.Wake(call.DueAt.Value);
    }

    private static Ask Place(BotDb db, Call call, PlannedAsk planned, Known known, DateTimeOffset now)
    {
        var ask = call.Asks.Find(a => a.PersonId == planned.PersonId);
        if (ask is null)
        {
            ask = db.Asks.Add(new Ask { CommunityId = call.CommunityId, CallId = call.Id, PersonId = planned.PersonId, Minutes = call.Minutes, Month = call.Month }).Entity;
            if (!call.Asks.Contains(ask))
            {
                call.Asks.Add(ask);
            }
        }

        ask.Level = known.Counted ?? ask.Level;
        ask.Plan(planned.Chance, now);
        return ask;
    }

    /// <summary>The plan's next look, the next one to be shown again, or the deadline, whichever comes first.</summary>
    private static DateTimeOffset NextLook(CallScene scene, Plan plan, DateTimeOffset now)
    {
        var call = scene.Call;
        var next = plan.NextCheck is { } check && scene.Clock.InstantAt(check) is var at && at < call.Deadline ? at : call.Deadline;
        var again = call.Asks.Where(a => a is { State: AskState.Later, LaterAt: not null }).Min(a => a.LaterAt);
        next = again < next ? again.Value : next;
        return next > now ? next : now.AddMinutes(1);
    }

    /// <summary>Asks without an answer, and those who came forward and wait for the team's word: while that is fresh, nobody is asked in their stead.</summary>
    private static async Task<List<OpenAsk>> OpenAsksAsync(BotDb db, CallScene scene, CancellationToken ct)
    {
        var open = scene.Call.Asks.Where(a => a.IsOpen).Concat(scene.Call.ComingForward(scene.Mission)).ToList();
        var (people, asks) = (open.ConvertAll(a => a.PersonId), open.ConvertAll(a => (long?)a.Id));
        var persons = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var leaves = await db.Outbox.Where(o => asks.Contains(o.AskId) && o.SentAt == null && o.Parked == null).ToDictionaryAsync(o => o.AskId!.Value, o => o.NotBefore, ct);
        return open.ConvertAll(a => new OpenAsk(a.PersonId, scene.Clock.MinutesAt(At(a)), a.IsVolunteer || a.IsNext ? Likely : a.Chance, persons[a.PersonId].History(scene.Clock)));

        DateTimeOffset At(Ask a) => leaves.TryGetValue(a.Id, out var notBefore) ? notBefore : a.LaterAt ?? (a.IsVolunteer ? a.AnsweredAt : a.SentAt) ?? a.PlannedAt;
    }

    private const double Likely = 0.95;
}
