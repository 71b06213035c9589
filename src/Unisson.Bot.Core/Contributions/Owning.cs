using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>Whose a line is: of whom it is about, by any of their accounts; else, where that is nobody with one, of who wrote it.</summary>
internal static class Owning
{
    /// <summary>Why the caller can neither correct nor withdraw a line, <c>contribution.not-your-line</c>; null when they can.</summary>
    public static async Task<Refusal?> RefusedAsync(Request r, LedgerLine line, CancellationToken ct)
        => await IsSameAsync(r, line.PersonId ?? line.AuthorId, ct) ? null : new Refusal("contribution.not-your-line", line.Label);

    /// <summary>The caller by this or an account that was linked to it.</summary>
    public static async Task<bool> IsSameAsync(Request r, long personId, CancellationToken ct)
        => personId == r.Caller.PersonId || await r.Db.People.AnyAsync(p => p.Id == personId && p.Became == r.Caller.PersonId, ct);
}
