using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Pledges;

/// <summary>How pledges are told, each with its common and what has come of it, and what was promised beside what the ledger says was given.</summary>
internal static class PledgeWords
{
    private const int Shown = 10;

    /// <summary>Most characters of what was promised, and of why it changed, where many stand together: a page must fit a message.</summary>
    private const int Longest = 80;

    /// <summary>« P1 pour Coworking : 40 h, « une fiche pratique » (Promise) ».</summary>
    public static string Of(Pledge pledge, string common, Say say, int longest = int.MaxValue)
    {
        var said = pledge.What.Cut(longest);
        var what = pledge.Amount is { } amount ? say["pledge.amount", amount, said] : say["pledge.bare", said];
        var words = pledge.By is { } by ? say["pledge.row-by", pledge.Label, common, what, PledgeChoices.State.Labelled(pledge.State), by] : say["pledge.row", pledge.Label, common, what, PledgeChoices.State.Labelled(pledge.State)];
        return pledge.Reason is { } reason ? say["pledge.because", words, reason.Cut(longest)] : words;
    }

    /// <summary>The pledges of a mission and their gauge; one sentence where there are none.</summary>
    public static async Task<List<string>> LinesAsync(BotDb db, Mission mission, Say say, CancellationToken ct)
    {
        var pledges = await db.PledgesAsync(mission, ct);
        if (pledges.Count == 0)
        {
            return mission.IsOver ? [] : [say["pledge.none"]];
        }

        var names = await NamesAsync(db, pledges, ct);
        return
        [
            say["pledge.title", pledges.Count],
            .. pledges.Take(Shown).Select(p => Of(p, names[p.CommonId], say, Longest)),
            .. pledges.Count > Shown ? [say["list.more", pledges.Count - Shown]] : Array.Empty<string>(),
            .. (await Gauge.OfAsync(db, mission, pledges, ct)).Select(g => g.Words(names[g.CommonId], say)).OfType<string>(),
        ];
    }

    public static Task<Dictionary<long, string>> NamesAsync(BotDb db, List<Pledge> pledges, CancellationToken ct)
    {
        var ids = pledges.Select(p => p.CommonId).Distinct().ToList();
        return db.Commons.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
    }
}
