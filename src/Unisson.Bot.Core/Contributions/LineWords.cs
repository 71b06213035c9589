using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contributions;

/// <summary>The names that a page of lines speaks of, loaded together, and the lines in words for one reader.</summary>
internal sealed class LineWords(
    Request request, Dictionary<long, string> people, Dictionary<long, string> commons, Dictionary<long, Mission> missions, HashSet<long> seen, ILookup<int, LedgerLine> after)
{
    private readonly Telling _telling = new(request.Say, request.Caller.Channel is not null);

    public static async Task<LineWords> LoadAsync(Request r, List<LedgerLine> lines, List<Proposal> proposals, CancellationToken ct)
    {
        var people = lines.SelectMany(l => new[] { l.AuthorId, l.PersonId ?? l.AuthorId }).Concat(proposals.SelectMany(p => new[] { p.AuthorId, p.PersonId ?? p.AuthorId })).Distinct().ToList();
        var commons = lines.Select(l => l.CommonId).Concat(proposals.Select(p => p.CommonId)).Distinct().ToList();
        var missions = lines.Select(l => l.MissionId).Concat(proposals.Select(p => p.MissionId)).OfType<long>().Distinct().ToList();
        var numbers = lines.ConvertAll(l => (int?)l.Number);
        var after = (await Standing.About(r.Db, r.Caller.CommunityId, numbers).ToListAsync(ct)).OrderBy(l => l.Number);
        return new LineWords(
            r,
            await Naming.NamesAsync(r.Db, people, ct),
            await r.Db.Commons.Where(c => commons.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct),
            missions.Count == 0 ? [] : await r.Db.Missions.Where(m => missions.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct),
            missions.Count == 0 ? [] : await r.Db.Missions.SeenBy(r.Caller.CommunityId, r.Caller.PersonId).Where(m => missions.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(ct),
            after.ToLookup(l => l.About!.Value));
    }

    /// <summary>« L12, mardi 24 novembre : 3 h de Bob pour Coworking, « Fiche pratique » », with what was written about it since; or what itself is about another.</summary>
    public string Of(LedgerLine line) => line.Kind == LineKind.Line ? OfLine(line) + After(line.Number) : _telling.Say["contribution.row", line.Label, _telling.Say.Day(line.At), _telling.About(line, people[line.AuthorId])];

    /// <summary>« (corrigée par L14, confirmée par L15) ».</summary>
    private string After(int number)
    {
        List<string> told = [.. after[number].Select(l => _telling.Say[l.Kind switch
        {
            LineKind.Correction => "contribution.corrected-by",
            LineKind.Withdrawal => "contribution.withdrawn-by",
            _ => "contribution.witnessed-by",
        }, l.Label])];
        return told.Count == 0 ? "" : $" ({string.Join(", ", told)})";
    }

    private string OfLine(LedgerLine line)
    {
        var given = new Given(line.Contribution, line.Minutes, line.Cents);
        if (line.Text is not { } text)
        {
            return _telling.Say["contribution.row", line.Label, line.On, _telling.Forgotten(given, commons[line.CommonId])];
        }

        var told = _telling.Of(given, Name(line.PersonId) ?? text.Name ?? "", commons[line.CommonId], text.What, Mission(line.MissionId), Sees(line.MissionId)) + Telling.LinkOf(text.Link);
        var row = _telling.Say["contribution.row", line.Label, line.On, told];
        return line.PersonId == line.AuthorId ? row : row + _telling.Say["contribution.row-author", people[line.AuthorId]];
    }

    public string Of(Proposal proposal)
    {
        var told = _telling.Of(proposal.Given, Name(proposal.PersonId) ?? proposal.Name ?? "", commons[proposal.CommonId], proposal.What, Mission(proposal.MissionId), Sees(proposal.MissionId)) + Telling.LinkOf(proposal.Link);
        var row = _telling.Say["contribution.row", proposal.Label, proposal.On, told];
        return row + (proposal.WaitsForWitness ? _telling.Say["contribution.row-waits-witness", proposal.Lapses]
            : proposal.PersonId == request.Caller.PersonId
            ? _telling.Say["contribution.row-yours", people[proposal.AuthorId]]
            : _telling.Say["contribution.row-waits", proposal.Lapses]);
    }

    private string? Name(long? personId) => personId is { } id ? people[id] : null;

    private Mission? Mission(long? missionId) => missionId is { } id ? missions[id] : null;

    private bool Sees(long? missionId) => missionId is { } id && seen.Contains(id);
}
