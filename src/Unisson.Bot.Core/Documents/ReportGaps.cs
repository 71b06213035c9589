namespace Unisson.Bot.Documents;

/// <summary>What a report cannot say yet: for the team, in the answer to the command, never in the document.</summary>
internal static class ReportGaps
{
    /// <param name="commons">Those that the mission leans on.</param>
    public static IEnumerable<string> Of(Report report, IReadOnlyList<string> commons, int unnamed, Say say)
    {
        if (report.Pledges.Count == 0)
        {
            yield return say["report.gap.no-pledge"];
        }

        if (report.Pledges.Count(p => p.IsOpen) is > 0 and var open)
        {
            yield return say["report.gap.open", open];
        }

        if (report.Sums.Count == 0)
        {
            yield return say["report.gap.nothing-given"];
        }

        if (commons.Except(report.Lessons.Select(l => l.Common), StringComparer.Ordinal).ToList() is { Count: > 0 } untold)
        {
            yield return say["report.gap.lesson", untold];
        }

        if (unnamed > 0)
        {
            yield return say["kit.gap.unnamed", unnamed];
        }
    }
}
