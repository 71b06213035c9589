using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contributions;

/// <summary>All that a line of the ledger speaks of, for lines about it and for the sentences that tell of them.</summary>
internal sealed class TellingLine
{
    private readonly LedgerLine _line;
    private readonly string _by;
    private readonly string _common;
    private readonly Mission? _mission;
    private readonly bool _sees;

    private TellingLine(LedgerLine line, string by, string common, Mission? mission, bool sees)
        => (_line, _by, _common, _mission, _sees) = (line, by, common, mission, sees);

    public static async Task<TellingLine> LoadAsync(Request r, LedgerLine line, CancellationToken ct)
    {
        var by = line.PersonId is { } person ? (await Naming.NamesAsync(r.Db, [person], ct))[person] : line.Text?.Name ?? "";
        var common = await r.Db.Commons.Where(c => c.CommunityId == line.CommunityId && c.Id == line.CommonId).Select(c => c.Name).FirstAsync(ct);
        var mission = line.MissionId is { } id ? await r.Db.Missions.AsNoTracking().Include(m => m.Holders).FirstAsync(m => m.Id == id, ct) : null;
        return new TellingLine(line, by, common, mission, mission?.IsSeenBy(r.Caller.PersonId) ?? false);
    }

    /// <summary>A line about this one: of the same common, mission, person and day.</summary>
    public Entry Entry(LineKind kind, long author, long? minutes, long? cents, string what)
        => new(author, _line.PersonId, _line.CommonId, _line.MissionId, new Given(_line.Contribution, minutes, cents), _line.On, what, null, _line.Text?.Name, null)
        {
            Kind = kind,
            About = _line.Number,
        };

    /// <summary>« 3 h de Bob pour Coworking, « Fiche pratique » », with these words and this amount.</summary>
    public string Of(Telling telling, Given given, string what) => telling.Of(given, _by, _common, what, _mission, _sees);
}
