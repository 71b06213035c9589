namespace Unisson.Bot.Calls;

/// <summary>What is never relaxed, whatever the urgency. Fair-call policy, step 1.</summary>
internal static class HardRules
{
    /// <summary>The first rule that forbids asking, or null.</summary>
    public static HoldReason? Forbid(PlanCall call, in Candidate candidate)
    {
        var bars = candidate.Bars;
        return candidate switch
        {
            _ when Has(bars, Bars.NotMember) => HoldReason.NotMember,
            { AsksAllowed: <= 0 } => HoldReason.NoConsent,
            _ when Has(bars, Bars.Unreachable) => HoldReason.Unreachable,
            _ when Has(bars, Bars.AlreadyAsked) || HasOpenAsk(call, candidate.PersonId) => HoldReason.AlreadyAsked,
            _ when candidate.Level < call.MinLevel => HoldReason.Level,
            _ when Has(bars, Bars.Terms) => HoldReason.Terms,
            _ when Has(bars, Bars.Muted) => HoldReason.Muted,
            _ when Has(bars, Bars.Window) => HoldReason.Window,
            _ when Has(bars, Bars.Paused) => HoldReason.Paused,
            { Signal: Signal.NotNow } => HoldReason.NotNow,
            _ when candidate.AsksThisMonth >= candidate.AsksAllowed => HoldReason.MonthAsks,
            _ when call.Minutes > candidate.FreeMinutes => HoldReason.OverCapacity,
            _ => null,
        };
    }

    private static bool Has(Bars bars, Bars bar) => (bars & bar) != Bars.None;

    private static bool HasOpenAsk(PlanCall call, long personId)
    {
        for (var i = 0; i < call.OpenAsks.Count; i++)
        {
            if (call.OpenAsks[i].PersonId == personId)
            {
                return true;
            }
        }

        return false;
    }
}
