using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Reactions that their person takes back. To take back an answer is said and done, so that nothing is undone by a slip of the finger: the ask
/// is shown again, with all that can be answered now, handing back a place among it.
/// </summary>
internal sealed class TakenBack(MatrixParts parts)
{
    /// <summary>The action that stands for it, and the message it is about; null where nothing is to be said.</summary>
    public async Task<(string Code, string About)?> OfAsync(string redacted, string sender, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        var way = await db.Inbox.Where(i => i.Door == MatrixDoor.Name && i.Key == redacted && db.Accounts.Any(a => a.Door == MatrixDoor.Name && a.ExternalId == sender && a.PersonId == i.PersonId))
            .Select(i => i.Way).FirstOrDefaultAsync(ct);
        return way is not null && Way.Read(way) is { Code: { } code, About: var about } && parts.Bot.Catalogue.Action(code) is ({ Path: "call answer" }, var call)
            ? (Bot.Calls.CallActions.Change.On(call, Say.In(Languages.Language.English)).Code, about)
            : null;
    }
}
