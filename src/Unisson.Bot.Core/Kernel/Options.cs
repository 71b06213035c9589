using System.Globalization;

namespace Unisson.Bot.Kernel;

/// <summary>Makers of the options that all slices share.</summary>
public static class Options
{
    public static Option<string> Text(string english, string french, int longest = 100, bool needed = false, Picks picks = Picks.Nothing)
        => new((english, french), (text, _) => text) { Longest = longest, Needed = needed, Picks = picks };

    public static Option<T> Choice<T>(string english, string french, Choices<T> choices, bool needed = false)
        where T : struct, Enum
        => new((english, french), (text, reading) => choices.TryRead(text, out var value) ? value : NoChoice(text, english, french, choices, reading))
        {
            Needed = needed,
            IsGreedy = true,
            Picks = Picks.Choice,
            Choices = choices,
        };

    /// <summary>Several values of a list, comma-separated.</summary>
    public static Option<T> Flags<T>(string english, string french, Choices<T> choices)
        where T : struct, Enum
        => new((english, french), (text, reading) =>
        {
            long all = 0;
            foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!choices.TryRead(word, out var value))
                {
                    return NoChoice(word, english, french, choices, reading);
                }

                all |= Convert.ToInt64(value, CultureInfo.InvariantCulture);
            }

            return (T)Enum.ToObject(typeof(T), all);
        })
        {
            Picks = Picks.Choice,
            Choices = choices,
        };

    public static Option<int> Number(string english, string french, int least, int most, bool needed = false)
        => new((english, french), (text, reading) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : new Refusal("option.number", reading.Language == Language.French ? french : english, text, least, most))
        {
            Needed = needed,
            Range = (least, most),
        };

    private static Refusal NoChoice(string text, string english, string french, Choices choices, Reading reading)
    {
        var labels = choices.Values.Select(v => choices.Label(v, reading.Say)).ToList();
        return new Refusal("option.choice", reading.Language == Language.French ? french : english, text, Nearest.Of(text, labels, 3));
    }
}
