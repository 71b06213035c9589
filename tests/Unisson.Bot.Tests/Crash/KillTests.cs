using System.Globalization;
using Xunit;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Confirmed means stored (rule 16), whatever moment the plug is pulled. <c>TEST_KILLS</c> sets how often each story is killed, 10 by
/// default, and 15 on Discord.
/// </summary>
public sealed class KillTests : KillStory
{
    [Fact]
    public async Task Every_answered_line_is_stored_once_and_every_reminder_comes_once()
        => Sound(await LineKills.RunAsync(Folder, Kills(), Random));
}

/// <inheritdoc cref="KillTests"/>
public sealed class WaveKillTests : KillStory
{
    [Fact]
    public async Task Every_wave_leaves_once_and_every_answer_is_stored_once()
        => Sound(await new WaveKills(Folder, Random).RunAsync(Kills()));
}

/// <summary>A folder of its own, and the same moments each time.</summary>
public abstract class KillStory : IDisposable
{
    private protected static int Kills(int usual = 10) => Environment.GetEnvironmentVariable("TEST_KILLS") is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : usual;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("unisson-kill-").FullName;

    private protected Random Random { get; } = new(20261124);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static void Sound(Tally tally, int usual = 10)
    {
        var kills = Kills(usual);
        TestContext.Current.TestOutputHelper?.WriteLine($"{tally.Kills} kills, {tally.Answered} answered at once, {tally.Stored} stored, {tally.Messages} messages");
        Assert.Equal(kills, tally.Kills);
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Empty(tally.Wrong);
        Assert.True(tally.Answered > kills && tally.Messages > kills / 2, $"Too little happened: {tally.Answered} lines, {tally.Messages} messages.");
    }
}
