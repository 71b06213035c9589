using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>Quiet hours, in minutes after local midnight, over midnight where they end before they begin; none when both are the same.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct QuietTimes(int From, int To)
{
    private const int Day = 24 * 60;

    private static readonly HashSet<string> None = new(["none", "no", "never", "aucun", "aucune", "jamais", "sans"], StringComparer.Ordinal);

    /// <summary>Reads 21h-8h, 21:00–08:00, « de 22h30 à 7h », 9pm to 8am, none. Refusals: <c>availability.quiet</c>, <c>availability.quiet-all</c>.</summary>
    public static Result<QuietTimes> Read(string text, Reading reading)
    {
        _ = reading;
        var folded = Fold.Of(text);
        if (None.Contains(folded))
        {
            return new QuietTimes(0, 0);
        }

        if (Span().Match(folded) is not { Success: true } match || Minutes(match, "1") is not { } from || Minutes(match, "2") is not { } to)
        {
            return new Refusal("availability.quiet", text);
        }

        return from % Day == to % Day ? new Refusal("availability.quiet-all", text) : new QuietTimes(from % Day, to % Day);
    }

    /// <summary>As <see cref="Read"/> takes it: 21h-8h, none.</summary>
    public string Written(Say say) => From == To ? (say.Language == Language.French ? "aucun" : "none") : $"{Short(From)}-{Short(To)}";

    /// <summary>8h, 7h30: hours and minutes as short as people type them.</summary>
    internal static string Short(int minutes)
        => minutes % 60 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h") : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h{minutes % 60:00}");

    private static int? Minutes(Match match, string which)
    {
        var hour = int.Parse(match.Groups["hour" + which].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute" + which] is { Length: > 0 } said ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half" + which].Value;
        if (half.Length > 0)
        {
            if (hour is 0 or > 12)
            {
                return null;
            }

            hour = hour % 12 + (half == "pm" ? 12 : 0);
        }

        return minute < 60 && hour * 60 + minute <= Day ? hour * 60 + minute : null;
    }

    [GeneratedRegex(
        @"^(de |from )?(?<hour1>[0-9]{1,2}) ?(h|:)? ?(?<minute1>[0-9]{2})? ?(?<half1>am|pm)? ?(-|a|to|until) ?(?<hour2>[0-9]{1,2}) ?(h|:)? ?(?<minute2>[0-9]{2})? ?(?<half2>am|pm)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
