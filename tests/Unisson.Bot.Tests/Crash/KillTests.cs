using System.Globalization;
using Xunit;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Confirmed means stored (rule 16), whatever moment the plug is pulled. <c>TEST_KILLS</c> sets how often each story is killed, 10 by
/// default, 15 on Discord, and 20 where reminders come again.
/// </summary>
public sealed class KillTests : KillStory
{
    [Fact]
    public async Task Every_answered_line_is_stored_once_and_every_reminder_comes_once()
        => await SoundAsync((folder, kills) => LineKills.RunAsync(folder, kills, Random));
}

/// <inheritdoc cref="KillTests"/>
public sealed class WaveKillTests : KillStory
{
    [Fact]
    public async Task Every_wave_leaves_once_and_every_answer_is_stored_once()
        => await SoundAsync((folder, kills) => new WaveKills(folder, Random).RunAsync(kills));
}

/// <inheritdoc cref="KillTests"/>
public sealed class RhythmKillTests : KillStory
{
    [Fact]
    public async Task Every_time_of_a_rhythm_comes_once_to_each_and_the_next_one_waits_once()
        => await SoundAsync((folder, kills) => new RhythmKills(folder, Random).RunAsync(kills), usual: 20);
}

/// <summary>A folder of its own, and the same moments each time.</summary>
public abstract class KillStory : IDisposable
{
    /// <summary>Of these a data file has at most so many: time goes by in each life, and what is counted at the end is kept for 12 months.</summary>
    private const int MostOfOneFile = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-kill-").FullName;

    private protected Random Random { get; } = new(20261124);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <param name="story">Lives in a folder until so many kills.</param>
    private protected async Task SoundAsync(Func<string, int, Task<Tally>> story, int usual = 10)
    {
        var kills = Environment.GetEnvironmentVariable("TEST_KILLS") is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : usual;
        var all = new Tally();
        while (all.Kills < kills)
        {
            all.Add(await story(Directory.CreateDirectory(Path.Combine(_folder, $"{all.Kills}")).FullName, Math.Min(MostOfOneFile, kills - all.Kills)));
            TestContext.Current.TestOutputHelper?.WriteLine($"{all}");
            Assert.Empty(all.Lost);
            Assert.Empty(all.Doubled);
            Assert.Empty(all.Wrong);
        }

        Assert.True(all.Answered > kills && all.Messages > kills / 2, $"Too little happened: {all}");
    }
}
