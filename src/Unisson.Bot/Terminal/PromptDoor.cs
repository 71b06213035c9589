using RadLine;
using Spectre.Console;
using Unisson.Bot.Help;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Terminal;

/// <summary>
/// A person at a terminal: a prompt with history and completion, and what comes by itself above it. Colour is decoration only, and
/// <c>NO_COLOR</c> is honoured by Spectre.Console.
/// </summary>
internal sealed class PromptDoor(Conversation conversation, Completion completion, TextWriter output)
{
    private readonly Keys _keys = new();

    /// <summary>Something may be due: said by whoever watches the clock, from any thread.</summary>
    public void Ring() => _keys.Ring();

    /// <returns>Whether a line was refused; null where the line editor cannot work, so that lines have to be read plainly.</returns>
    /// <exception cref="StorageException">The data file broke; the line got its sentence.</exception>
    public async Task<bool?> RunAsync(CancellationToken stop)
    {
        var console = Screen.Ansi();
        if (!LineEditor.IsSupported(console))
        {
            return null;
        }

        var refused = false;
        var editor = Editor(console);
        Print(await conversation.HelloAsync(CancellationToken.None));
        conversation.Print = text =>
        {
            PrintAbove(new Block(text, false));
            return Task.CompletedTask;
        };
        try
        {
            while (await editor.ReadLine(stop) is { } line)
            {
                // Without the token: what is in hand is finished.
                var block = await conversation.SayAsync(line, CancellationToken.None);
                refused |= block.Refused;
                Print(block);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Print(new Block("\n", false));
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException)
        {
            return null;
        }

        return refused;
    }

    private void Print(Block block)
    {
        output.Write(block.Text);
        output.Flush();
        if (block.Trouble is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>In place of the prompt, which the editor draws anew below.</summary>
    private void PrintAbove(Block block)
    {
        if (block.Text.Length > 0 || block.Trouble is not null)
        {
            Print(block with { Text = "\r\u001b[2K" + block.Text });
        }
    }

    private LineEditor Editor(IAnsiConsole console)
    {
        var editor = new LineEditor(console, _keys) { Prompt = new SpeakerPrompt(conversation) };
        var keys = editor.KeyBindings;

        // The editor takes the first binding of a key, whatever is held down with it: plain keys come first, so none of its own can stay.
        keys.Clear();
        var tab = new Tab(completion, conversation, text => PrintAbove(new Block(text, false)));
        keys.Add(ConsoleKey.Tab, () => tab);
        keys.Add<SubmitCommand>(ConsoleKey.Enter);
        keys.Add<BackspaceCommand>(ConsoleKey.Backspace);
        keys.Add<DeleteCommand>(ConsoleKey.Delete);
        keys.Add<PreviousHistoryCommand>(ConsoleKey.UpArrow);
        keys.Add<NextHistoryCommand>(ConsoleKey.DownArrow);
        keys.Add<MoveLeftCommand>(ConsoleKey.LeftArrow);
        keys.Add<MoveRightCommand>(ConsoleKey.RightArrow);
        keys.Add<MoveHomeCommand>(ConsoleKey.Home);
        keys.Add<MoveEndCommand>(ConsoleKey.End);
        keys.Add(Keys.Bell, () => new Above(() => PrintAbove(conversation.ByItselfAsync(CancellationToken.None).GetAwaiter().GetResult())));
        keys.Add<PreviousWordCommand>(ConsoleKey.LeftArrow, ConsoleModifiers.Control);
        keys.Add<NextWordCommand>(ConsoleKey.RightArrow, ConsoleModifiers.Control);
        keys.Add<MoveHomeCommand>(ConsoleKey.A, ConsoleModifiers.Control);
        keys.Add<MoveEndCommand>(ConsoleKey.E, ConsoleModifiers.Control);
        keys.Add<Leave>(ConsoleKey.D, ConsoleModifiers.Control);

        // What was typed before the prompt stood there ends its lines like this.
        keys.Add<SubmitCommand>(ConsoleKey.Enter, ConsoleModifiers.Control);
        keys.Add<SubmitCommand>(ConsoleKey.J, ConsoleModifiers.Control);
        return editor;
    }

    private sealed class SpeakerPrompt(Conversation conversation) : ILineEditorPrompt
    {
        public (Markup Markup, int Margin) GetPrompt(ILineEditorState state, int line) => (new Markup($"[blue]{conversation.Speaker.EscapeMarkup()}>[/]"), 1);
    }

    private sealed class Above(Action print) : LineEditorCommand
    {
        public override void Execute(LineEditorContext context) => print();
    }

    private sealed class Leave : LineEditorCommand
    {
        public override void Execute(LineEditorContext context)
        {
            if (context.Buffer.Length == 0)
            {
                context.Submit(SubmitAction.Cancel);
            }
        }
    }
}
