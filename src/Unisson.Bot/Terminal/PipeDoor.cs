using System.Threading.Channels;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>Lines from a pipe or a file: each is answered by one block and an empty line, flushed.</summary>
internal sealed class PipeDoor(Stream input, TextWriter output)
{
    // A few lines are read ahead; a sender that is faster than the disk waits.
    private readonly Channel<TypedLine> _lines = Channel.CreateBounded<TypedLine>(new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });

    /// <summary>Begins to read, beside the opening of the data file.</summary>
    public void Start() => new Thread(Pump) { IsBackground = true, Name = "lines" }.Start();

    /// <summary>True when the input is known to have ended before its first line; does not wait for it.</summary>
    public bool HasEnded => _lines.Reader.Completion.IsCompleted;

    /// <summary>Answers line by line to the end of the input, or until it is told to stop.</summary>
    /// <returns>Whether a line was refused; null when there was none at all.</returns>
    /// <exception cref="StorageException">The data file broke; the line got its sentence.</exception>
    public async Task<bool?> RunAsync(Conversation conversation, CancellationToken stop)
    {
        bool? refused = null;
        conversation.Print = PrintAsync;
        try
        {
            while (!stop.IsCancellationRequested && await _lines.Reader.WaitToReadAsync(stop) && _lines.Reader.TryRead(out var line))
            {
                // Without the token: what is in hand is finished.
                var block = await conversation.SayAsync(line.Text, CancellationToken.None, isText: line.IsUtf8);
                refused = block.Refused || refused == true;
                await PrintAsync(block.Text + "\n");
                if (block.Trouble is { } trouble)
                {
                    throw trouble;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        return refused ?? (stop.IsCancellationRequested ? false : null);
    }

    private async Task PrintAsync(string text)
    {
        await output.WriteAsync(text);
        await output.FlushAsync(CancellationToken.None);
    }

    private void Pump()
    {
        var source = new LineSource(input);
        while (source.Read() is { } line)
        {
            if (!_lines.Writer.TryWrite(line))
            {
                _lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
            }
        }

        _lines.Writer.Complete();
    }
}
