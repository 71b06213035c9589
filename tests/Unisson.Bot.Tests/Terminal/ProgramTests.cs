using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>The program as an operator meets it: its command line, its input, its exit codes.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Each_line_is_answered_by_one_block_and_an_empty_line()
    {
        using var child = new Child();

        var ended = await child.RunAsync("/common add coworking\n\nclaire> /commun ajouter café\r\n/help fnord", "--data", "data");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("", ended.Errors);
        var blocks = ended.Output.Split("\n\n");
        Assert.Equal(4, blocks.Length);
        Assert.StartsWith("coworking", blocks[0], StringComparison.Ordinal);
        Assert.Contains("café", blocks[1], StringComparison.Ordinal);
        Assert.Contains("[command.unknown]", blocks[2], StringComparison.Ordinal);
        Assert.Equal("", blocks[3]);
    }

    [Fact]
    public async Task A_record_that_was_first_only_looked_at_can_be_changed_after()
    {
        using var child = new Child();

        var ended = await child.RunAsync("/mission open Footbridge\n/mission show M1\n/reminder list\n/mission edit M1 place:Lons\n/availability set 2h\n/mission show M1\n", "--data", "data", "--strict");

        Assert.Equal("", ended.Errors);
        Assert.Contains("Lons", ended.Output.TrimEnd().Split("\n\n")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about\n", 0)]
    [InlineData("/about\n/fnord\n", 1)]
    public async Task Strict_tells_by_the_exit_code_whether_a_line_was_refused(string input, int exitCode)
    {
        using var child = new Child();

        Assert.Equal(exitCode, (await child.RunAsync(input, "--strict")).ExitCode);
    }

    [Fact]
    public async Task Nobody_to_talk_to_is_one_sentence_and_no_restart_loop()
    {
        using var child = new Child();

        var ended = await child.RunAsync("");

        Assert.Equal(78, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Single(ended.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Everything_wrong_with_the_settings_is_said_at_once_and_nothing_is_started()
    {
        using var child = new Child();

        var ended = await child.RunAsync("/about\n", "--Community:Zone=Europe/Pariss", "--Community:Language=de", "--Reminders:ActivePerPerson", "many", "--Storage:Pth=hidden-value", "--Discord:Token=hidden value", "--Matrix:AccessToken=hidden-value");

        Assert.Equal(78, ended.ExitCode);
        Assert.Equal(6, ended.Errors.TrimEnd('\n').Split('\n').Length);
        Assert.All(["Europe/Paris,", "Community:Language", "Reminders:ActivePerPerson", "Storage:Path", "Discord:Token", "Matrix"], key => Assert.Contains(key, ended.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("hidden value", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(child.File)));
    }

    [Theory]
    [InlineData("--fnord")]
    [InlineData("backup-all")]
    [InlineData("--at", "tomorrow")]
    [InlineData("--at", "2026-12-01T09:00")]
    public async Task What_cannot_be_read_on_the_command_line_is_said(params string[] arguments)
    {
        using var child = new Child();

        var ended = await child.RunAsync("/about\n", arguments);

        Assert.Equal(78, ended.ExitCode);
        Assert.Contains("--help", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_are_said_and_nothing_is_started()
    {
        using var child = new Child();

        Assert.Contains("--data", (await child.RunAsync("", "--help")).Output, StringComparison.Ordinal);
        Assert.StartsWith("0.", (await child.RunAsync("", "--version")).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(child.Folder));
    }

    [Fact]
    public async Task A_practice_file_remembers_its_clock_with_or_without_being_told()
    {
        using var child = new Child();

        Assert.Contains("Friday 4 December at 9:00", (await child.RunAsync("/wait 3 days\n", "--data", "data", "--at", "2026-12-01T09:00+01:00")).Output, StringComparison.Ordinal);
        Assert.Contains("vendredi 4 décembre à 11\u00A0h", (await child.RunAsync("/attendre 2 h\n")).Output, StringComparison.Ordinal);
        Assert.Contains("Friday 4 December at 12:00", (await child.RunAsync("/wait 1h\n", "--at", "2027-01-01T00:00Z")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_used_for_real_never_becomes_one_for_practice()
    {
        using var child = new Child();
        await child.RunAsync("/common add coworking\n");

        var ended = await child.RunAsync("/wait 3 days\n", "--at", "2026-12-01T09:00+01:00");

        Assert.Equal(78, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Contains("--data", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("[wait.practice]", (await child.RunAsync("/wait 3 days\n")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_in_time_with_every_answer_marked(string signal)
    {
        using var child = new Child();
        using var process = child.Start();
        Assert.Contains("coworking", await Child.SayAsync(process, "/common add coworking"), StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();

        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var ended = await Child.EndAsync(process);
        Assert.Equal(0, ended.ExitCode);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await using var store = Store.Open(child.File);
        await using var db = store.Read();
        Assert.All(await db.Inbox.ToListAsync(TestContext.Current.CancellationToken), i => Assert.NotNull(i.AnsweredAt));
    }

    [Fact]
    public async Task Hostile_bytes_are_refused_one_line_at_a_time()
    {
        using var child = new Child();
        byte[] input = [.. "/common add \xff\xfe\n"u8, 0xff, 0xfe, (byte)'\n', .. "/common add a\0b\n"u8, .. Enumerable.Repeat((byte)'x', 3 << 20), .. "\n/about\n"u8];

        var ended = await child.RunAsync(input);

        Assert.Equal(0, ended.ExitCode);
        var blocks = ended.Output.Split("\n\n");
        Assert.Contains("[line.not-text]", blocks[1], StringComparison.Ordinal);
        Assert.Contains("[line.invisible]", blocks[2], StringComparison.Ordinal);
        Assert.Contains("[line.too-long]", blocks[3], StringComparison.Ordinal);
        Assert.Contains("AGPL", blocks[4], StringComparison.Ordinal);
    }
}
