using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Frames;

/// <summary>How scope and terms are told. The team alone reads them.</summary>
internal static class FrameWords
{
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
