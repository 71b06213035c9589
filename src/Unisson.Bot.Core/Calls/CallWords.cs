using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>How a call is named in a sentence.</summary>
internal static class CallWords
{
    private const int LockScreen = 120;

    /// <summary>« Coworking à Lons : 6 h d’ici le mardi 15 décembre, rémunérées », within 120 characters: a long title is cut, the date never.</summary>
    /// <param name="title">The mission's, unless it is to be kept from this reader.</param>
    public static string First(CallScene scene, string key, Say say, string? title = null)
    {
        string Sentence(string title) => say[key, title, TimeSpan.FromMinutes(scene.Call.Minutes), By(scene, say), Terms(scene.Call, say)];

        return Fit(title ?? scene.Mission.Title, Sentence);
    }

    /// <summary>The sentence with its title cut until it fits a lock screen.</summary>
    public static string Fit(string title, Func<string, string> sentence)
    {
        var whole = sentence(title);
        var length = Timestamp.Words(whole).Length;
        var keep = title.Length - (length - LockScreen) - 1;
        if (length <= LockScreen)
        {
            return whole;
        }

        keep = Math.Max(8, keep);
        keep = keep < title.Length && char.IsLowSurrogate(title[keep]) ? keep - 1 : keep;
        return keep >= title.Length ? whole : sentence(title[..keep].TrimEnd() + "…");
    }

    /// <summary>The moments that it is about; null where any will do.</summary>
    public static string? When(Call call, Say say)
        => call.Slot == Moments.None ? null : say["call.when", CommonerChoices.Moments.Values.Where((_, i) => ((int)call.Slot & (1 << i)) != 0).Select(v => CommonerChoices.Moments.Label(v, say).ToLower(say.Culture))];

    /// <summary>The day, and the hour as well when it is today or tomorrow.</summary>
    public static object By(CallScene scene, Say say) => scene.Call.Deadline - say.Now < TimeSpan.FromHours(36) ? scene.Call.Deadline : say.Day(scene.Call.Deadline);

    /// <summary>"paid", « rémunérées »: agrees with the hours.</summary>
    public static string Terms(Call call, Say say)
    {
        var count = call.Minutes < 60 ? call.Minutes : call.Minutes / 60;
        return say[$"call.terms.{CommonerChoices.Terms.English(call.Terms)}", count];
    }
}
