using System.Globalization;

namespace Unisson.Bot.Languages;

/// <summary>The order in which people look for a name: by its letters, whatever their case, and by the value of the numbers in it: "number 2" before "number 10".</summary>
public static class InOrder
{
    /// <summary>The same on every machine: it goes by no culture.</summary>
    public static StringComparer Names { get; } = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);
}
