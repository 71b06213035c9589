using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>What one can say about these days by one tap.</summary>
public enum OfferKind
{
    Could,
    NotNow,
}

public static class OfferChoices
{
    public static Choices<OfferKind> Kind { get; } = new("offer", new(OfferKind.Could, "could", "je pourrais"), new(OfferKind.NotNow, "not-now", "not now"));
}
