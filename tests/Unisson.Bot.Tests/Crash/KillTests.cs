using System.Globalization;
using Xunit;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Confirmed means stored (rule 16), whatever moment the plug is pulled. <c>TEST_KILLS</c> sets how often each story is killed, 15 by
/// default.
/// </summary>
public sealed class KillTests : KillStory
{
    [Fact]
    public async Task Every_answered_line_is_stored_once_and_every_reminder_comes_once()
        => Sound(await LineKills.RunAsync(Folder, Kills, Random));
}

/// <inheritdoc cref="KillTests"/>
public sealed class WaveKillTests : KillStory
{
    [Fact]
    public async Task Every_wave_leaves_once_and_every_answer_is_stored_once()
        => Sound(await new WaveKills(Folder, Random).RunAsync(Kills));
}

/// <inheritdoc cref="KillTests"/>
public sealed class DiscordKillTests : KillStory
{
    [Fact]
    public async Task On_Discord_each_stored_command_is_answered_once_and_each_card_comes_once()
        => Sound(await new DiscordKills(Folder, Random).RunAsync(Kills));
}

/// <summary>A folder of its own, and the same moments each time.</summary>
public abstract class KillStory : IDisposable
{
    private protected static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TEST_KILLS") ?? "15", CultureInfo.InvariantCulture);

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("unisson-kill-").FullName;

    private protected Random Random { get; } = new(20261124);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static void Sound(Tally tally)
    {
        Assert.Equal(Kills, tally.Kills);
        Assert.Empty(tally.Lost);
        Assert.Empty(tally.Doubled);
        Assert.Empty(tally.Wrong);
        Assert.True(tally.Answered > Kills && tally.Messages > Kills / 2, $"Too little happened: {tally.Answered} lines, {tally.Messages} messages.");
    }
}
