using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;

namespace Unisson.Bot.Forgetting;

/// <summary>
/// <c>/my forget</c>: erases what is known about the one who asks, everywhere on this instance (rule 15). Alone it says what goes and what
/// stays, and erases nothing.
/// </summary>
public static class MyForget
{
    private static readonly Option<Forgotten> Account = Options.Choice("account", "compte", ForgettingChoices.Forgotten);

    public static CommandSpec Spec { get; } = new(Groups.My, new("forget", "effacer", "oublier"))
    {
        Allow = Allow.Anyone,
        Options = [Account],
        Positions = (_, _) => [Account],
        Run = RunAsync,
    };

    public static ActionSpec Everything { get; } = new("forget-all", Spec.Path, (_, caller, row, _)
        => Task.FromResult(row == caller.PersonId ? new CommandLine(Spec.Path, ("account", ForgettingChoices.Forgotten.English(Forgotten.All))) : null));

    private static Task<Result<Reply>> RunAsync(Request r, CancellationToken ct) => r.Value(Account) switch
    {
        null => PreviewAsync(r, ct),
        Forgotten.All => ForgetAsync(r, ct),
        { } one => OneAccountAsync(r, ForgettingChoices.Forgotten.English(one), ct),
    };

    private static async Task<Result<Reply>> PreviewAsync(Request r, CancellationToken ct)
    {
        var me = r.Caller.PersonId;
        var experiences = await r.Db.Experiences.CountAsync(x => x.PersonId == me, ct);
        var reminders = await r.Db.Reminders.CountAsync(x => x.PersonId == me && x.State == ReminderState.Active, ct);
        var lines = await r.Db.Ledger.CountAsync(l => r.Db.Memberships.Any(m => m.PersonId == me && m.CommunityId == l.CommunityId) && l.PersonId == me && l.Kind != LineKind.Witness, ct);
        Holding[] held = [Holding.Selected, Holding.Active, Holding.Shadow];
        var roles = await r.Db.Missions.Where(m => !EF.Constant(Mission.EndStates).Contains(m.State) && m.Holders.Any(h => h.PersonId == me && held.Contains(h.Holding))).OrderBy(m => m.Id).Select(m => m.Title).Take(5).ToListAsync(ct);
        return new Reply(r.Say["forget.preview"])
        {
            Lines =
            [
                r.Say["forget.goes", experiences, reminders, lines],
                r.Say["forget.stays"],
                .. roles.Count > 0 ? [r.Say["forget.roles", roles.Select(t => t.Cut(40))]] : Array.Empty<string>(),
                .. await AloneAsync(r, ct) ? [r.Say["forget.last-admin"]] : Array.Empty<string>(),
                r.Say["forget.first", r.Catalogue["my export"].Write(new CommandLine("my export"), r.Say.Language)],
                Spec.Write(new CommandLine(Spec.Path, ("account", ForgettingChoices.Forgotten.Label(Forgotten.All, r.Say))), r.Say.Language),
            ],
            Actions = [Everything.On(me, r.Say)],
        };
    }

    /// <summary>Nobody else looks after one of their communities.</summary>
    private static Task<bool> AloneAsync(Request r, CancellationToken ct) => r.Db.Memberships.AnyAsync(
        m => m.PersonId == r.Caller.PersonId && m.IsAdmin && !r.Db.Memberships.Any(o => o.CommunityId == m.CommunityId && o.PersonId != m.PersonId && o.IsAdmin && o.LeftAt == null), ct);

    private static async Task<Result<Reply>> ForgetAsync(Request r, CancellationToken ct)
    {
        await Forgetter.ForgetAsync(r.Db, r.Caller.PersonId, r.Now, ct);
        return new Reply(r.Say["forget.done"]) { Lines = [r.Say["forget.unreached"], r.Say["forget.own-words"], r.Say["forget.backups"]] };
    }

    private static async Task<Result<Reply>> OneAccountAsync(Request r, string door, CancellationToken ct)
    {
        var me = r.Caller.PersonId;
        var accounts = await r.Db.Accounts.Where(a => a.PersonId == me).OrderBy(a => a.Id).ToListAsync(ct);
        var going = accounts.FindAll(a => a.Door == door);
        if (going.Count == 0)
        {
            return new Refusal("my.no-account-there", NetworkChoices.Label(door, r.Say), r.Catalogue["my link"].Write(new CommandLine("my link"), r.Say.Language));
        }

        if (accounts.Find(a => a.Door != door) is not { } other)
        {
            return new Refusal("forget.only-account") { Mend = r.Line.With("account", ForgettingChoices.Forgotten.Label(Forgotten.All, r.Say)) };
        }

        var person = await r.Db.PersonAsync(me, ct);
        person.Door = person.Door == door ? null : person.Door;
        person.Name = person.Name == going[0].Name ? other.Name : person.Name;
        var channels = going.ConvertAll(a => a.PrivateChannel);
        await r.Db.Posted.Where(p => p.Door == door && channels.Contains(p.Channel)).ExecuteDeleteAsync(ct);
        r.Db.Accounts.RemoveRange(going);
        await r.Db.SaveChangesAsync(ct);
        await r.Db.Outbox.Where(o => o.PersonId == me && o.Door == door && o.SentAt == null).ExecuteUpdateAsync(u => u.SetProperty(o => o.Door, other.Door).SetProperty(o => o.Parked, Parking.Private), ct);
        if (other.IsReachable)
        {
            await Waiting.PrivateOpenedAsync(r.Db, other.Door, me, r.Now, ct);
        }

        return new Reply(r.Say["forget.account-done", NetworkChoices.Label(door, r.Say), NetworkChoices.Shown(other, r.Say)]);
    }
}
