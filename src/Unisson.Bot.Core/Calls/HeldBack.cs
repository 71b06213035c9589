using System.Runtime.InteropServices;

namespace Unisson.Bot.Calls;

/// <summary>Somebody who is not asked now, and why. To be shown to that person only.</summary>
/// <param name="FreeMinutes">What they have left this month, >= 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeldBack(long PersonId, HoldReason Reason, int FreeMinutes);

/// <summary>Why somebody is not asked, in the order of precedence: the first that applies is given.</summary>
public enum HoldReason
{
    NotMember,
    NoConsent,
    Unreachable,
    AlreadyAsked,
    Level,
    Terms,
    Muted,
    Window,
    Paused,

    /// <summary>They said "not now".</summary>
    NotNow,

    /// <summary>As many asks this month as they agreed to.</summary>
    MonthAsks,
    OverCapacity,

    /// <summary>Called often enough lately.</summary>
    Resting,

    /// <summary>A yes in time is so unlikely that an ask would only be noise.</summary>
    Quiet,

    /// <summary>The common's asks of the month are spent.</summary>
    CommonBudget,

    /// <summary>Enough people were asked already.</summary>
    NotNeeded,
}
