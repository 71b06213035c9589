using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>A community at one door and in one language: how people speak, tap and read there. The clock is the test's.</summary>
internal abstract class Stage(bool isFrench) : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Every door in every language.</summary>
    public static TheoryData<string, bool> All { get; } = new()
    {
        { "terminal", true }, { "terminal", false }, { "discord", true }, { "discord", false }, { "matrix", true }, { "matrix", false },
    };

    /// <summary>As the door calls the common's own channel.</summary>
    public abstract string CommonsChannel { get; }

    protected bool IsFrench { get; } = isFrench;

    /// <summary>With these people there, Claire as who looks after the place.</summary>
    public static async Task<Stage> SetAsync(string door, bool isFrench, params string[] names)
    {
        Stage stage = door switch
        {
            "terminal" => new TerminalStage(isFrench),
            "discord" => new DiscordStage(isFrench),
            _ => new MatrixStage(isFrench),
        };
        await stage.BeginAsync(names);
        return stage;
    }

    public abstract ValueTask DisposeAsync();

    public abstract Task<string> SetUpAsync();

    /// <summary>Somebody asks what they could give, and nothing more.</summary>
    public abstract Task<string> FirstContactAsync(string who);

    /// <summary>Gives a command, and gives its answer.</summary>
    public abstract Task<string> SayAsync(string who, string path, string french, params (string English, string French, string Value)[] options);

    /// <summary>The last private message to somebody that begins so.</summary>
    /// <param name="isNew">It came since time last passed.</param>
    public abstract Task<string> HearAsync(string who, string begins, bool isNew = false);

    /// <summary>Presses a gesture of the last private message that begins so, and gives the answer.</summary>
    public abstract Task<string> TapAsync(string who, string begins, string label);

    /// <summary>Presses a gesture of the last answer that somebody got, and gives the answer to it.</summary>
    public abstract Task<string> ChooseAsync(string who, string label);

    /// <summary>The text of the file that came with somebody's last answer.</summary>
    public abstract Task<string> FileAsync(string who, string name);

    /// <summary>All that somebody was told in private so far, oldest first.</summary>
    public abstract string Told(string who);

    /// <summary>All that channels say now.</summary>
    public abstract string InTheOpen();

    /// <summary>The last message of a channel that begins so.</summary>
    public abstract Task<string> ReadAsync(string channel, string begins);

    /// <summary>Waits until these words can be read in the common's own channel no more, behind edits neither, and reads what stands in their place. What was printed stays.</summary>
    public abstract Task GoneAsync(string words, params string[] instead);

    /// <summary>Time passes, and what is due by then comes.</summary>
    public abstract Task PassAsync(TimeSpan time);

    /// <summary>The program is down for that long, then back.</summary>
    public abstract Task OutageAsync(TimeSpan time);

    /// <summary>Time passes until an instant of the community's clock.</summary>
    public Task PassUntilAsync(string local) => PassAsync(DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture) - Now);

    /// <summary>An instant as the door writes it: in words, or as a mark that the network puts into words on each screen.</summary>
    public virtual string At(string local, string english, string french) => T(english, french);

    /// <summary>Looks at the rows.</summary>
    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = Host.Store.Read();
        return await look(db);
    }

    public string T(string english, string french) => IsFrench ? french : english;

    public void Says(string english, string french, string real) => Assert.StartsWith(T(english, french), real, StringComparison.Ordinal);

    protected static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');

    /// <summary>Now, on the test's clock.</summary>
    protected abstract DateTimeOffset Now { get; }

    protected abstract BotHost Host { get; }

    protected abstract Task BeginAsync(IReadOnlyList<string> names);

    /// <summary>What the clock of the program would have written down by now. A file for practice is never away.</summary>
    protected static Task SeenAsync(BotHost host, DateTimeOffset now) => host.Store.Writer.WriteAsync(async scope =>
    {
        var instance = await scope.Db.InstanceAsync(default);
        (instance.LastSeenAt, instance.PracticeNow) = (now, null);
        await scope.Db.SaveChangesAsync(default);
        return 0;
    });
}
