using RadLine;
using Unisson.Bot.Help;

namespace Unisson.Bot.Terminal;

/// <summary>
/// The tab key: one candidate is put in; of several, what they have in common is, and they are shown; pressed again, they come one by one.
/// </summary>
internal sealed class Tab(Completion completion, Conversation conversation, Action<string> show) : LineEditorCommand
{
    private Completed _last = Completed.Nothing;
    private string _left = "";
    private int _next;

    public override void Execute(LineEditorContext context)
    {
        var buffer = context.Buffer;
        if (_last.Candidates.Count > 1 && buffer.Content == _left)
        {
            Put(buffer, _last.Candidates[_next++ % _last.Candidates.Count].Value);
            return;
        }

        (_last, _next) = (conversation.CompleteAsync(completion, buffer.Content, buffer.Position, CancellationToken.None).GetAwaiter().GetResult(), 0);
        switch (_last.Candidates)
        {
            case []:
                return;
            case [var only]:
                Put(buffer, only.Value.EndsWith(':') ? only.Value : only.Value + " ");
                _last = Completed.Nothing;
                return;
            default:
                show("  " + string.Join("   ", _last.Candidates.Select(c => c.Label)) + "\n");
                if (Common() is { } common && common.Length > _last.To - _last.From)
                {
                    Put(buffer, common);
                }

                _left = buffer.Content;
                return;
        }
    }

    /// <summary>What all candidates begin with.</summary>
    private string Common()
    {
        var first = _last.Candidates[0].Value;
        var length = _last.Candidates.Min(c => c.Value.Length);
        for (var i = 0; i < length; i++)
        {
            if (_last.Candidates.Any(c => c.Value[i] != first[i]))
            {
                return first[..i];
            }
        }

        return first[..length];
    }

    private void Put(LineBuffer buffer, string value)
    {
        buffer.Clear(_last.From, _last.To - _last.From);
        buffer.Move(_last.From);
        buffer.Insert(value);
        buffer.Move(_last.From + value.Length);
        _last = _last with { To = _last.From + value.Length };
        _left = buffer.Content;
    }
}
