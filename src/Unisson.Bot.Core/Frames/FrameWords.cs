using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Frames;

/// <summary>How scope and terms are told. The team alone reads them.</summary>
internal static class FrameWords
{
    /// <summary>One line a holder, for the team: what holds, and what waits for a yes.</summary>
    public static async Task<List<string>> OfTeamAsync(Request r, MissionCard card, CancellationToken ct)
    {
        var frames = await r.Db.FramesAsync(card.Mission, ct);
        return frames.ConvertAll(f => r.Say[f.IsAgreed ? "frame.row" : "frame.row-waits", card.People.GetValueOrDefault(f.PersonId) ?? Say.Nobody, MissionChoices.Role.Labelled(f.Role), string.Join(" · ", Lines(f, r.Say))]);
    }

    public static IEnumerable<string> Lines(Frame frame, Say say)
    {
        yield return say["frame.is-scope", frame.Scope.OneLine()];
        if (frame.Minutes is { } minutes)
        {
            yield return say["frame.is-hours", TimeSpan.FromMinutes(minutes)];
        }

        if (frame.Terms != Terms.None || frame.How is not null)
        {
            var terms = frame.Terms == Terms.None ? null : CommonerChoices.Terms.Label(frame.Terms, say);
            yield return terms is null ? say["frame.is-terms", frame.How] : frame.How is null ? say["frame.is-terms", terms] : say["frame.is-terms-how", terms, frame.How];
        }
    }
}
