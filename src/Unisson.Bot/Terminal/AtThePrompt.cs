using System.Text;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Help;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>What only a person at a prompt needs.</summary>
public sealed partial class Conversation
{
    /// <summary>The first words on the screen, in the community's language.</summary>
    internal async Task<Block> HelloAsync(CancellationToken ct)
    {
        await using var db = _store.Read();
        var community = await db.Communities.FirstAsync(c => c.Id == Local, ct);
        var text = new StringBuilder();
        var block = new BlockText(text, _shown);
        var say = new Say(community.Language, Zones.Get(community.Zone), _time.GetUtcNow());
        block.Say(community.StartedAt is null ? say["terminal.hello-unnamed"] : say["terminal.hello", community.Name]);
        if (_time is PracticeClock)
        {
            block.Say(say["terminal.practice", _time.GetUtcNow()]);
        }

        return new Block(text.ToString(), false);
    }

    /// <summary>Completes what stands after the speaker's name, as far as that speaker may see it.</summary>
    internal async Task<Completed> CompleteAsync(Completion completion, string line, int caret, CancellationToken ct)
    {
        var (speaker, rest) = SpokenBy(line);
        var before = line.Length - rest.Length;
        await using var db = _store.Read();
        if (caret < before || await Callers.FindAsync(db, new Incoming(Door, "", Fold.Of(speaker), speaker, null), Local, null, ct) is not { } caller)
        {
            return Completed.Nothing;
        }

        var done = await completion.OfLineAsync(db, caller, rest, caret - before, ct);
        return done with { From = done.From + before, To = done.To + before };
    }
}
