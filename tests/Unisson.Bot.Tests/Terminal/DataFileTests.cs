using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>A data file that cannot be used: a sentence with its cure, exit code 74, and nothing changed.</summary>
public sealed class DataFileTests
{
    [Fact]
    public async Task A_second_program_says_that_the_file_is_in_use()
    {
        using var child = new Child();
        await using var other = Store.Open(child.File);

        Troubled(await child.RunAsync("/about\n"), "is in use by another process");
    }

    [Fact]
    public async Task So_it_does_when_some_other_tool_holds_the_file()
    {
        using var child = new Child();
        await child.RunAsync("/about\n");
        using var other = Connect(child);
        Run(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");

        Troubled(await child.RunAsync("/about\n"), "is in use by another process");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_may_only_be_read_is_said_to_be_so()
    {
        using var child = new Child();
        await child.RunAsync("/about\n");
        File.SetUnixFileMode(child.File, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        foreach (var folder in new[] { child.Folder, Path.GetDirectoryName(child.File)! })
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0x1ff);
        }

        if (await AsNobodyAsync(child) is { } ended)
        {
            Troubled(ended, "may write");
        }
    }

    [Fact]
    public async Task A_full_disk_ends_it_and_what_was_answered_is_stored()
    {
        using var child = new Child();
        await child.RunAsync("/about\n");
        var pages = new FileInfo(child.File).Length / 4096;

        var lines = string.Concat(Enumerable.Range(0, 100).Select(i => $"/common add common-{i} about:\"{new string('x', 900)}\"\n"));
        var ended = await child.RunAsync(lines, $"--Storage:MaxPages={pages + 8}");

        Assert.Equal(74, ended.ExitCode);
        Assert.Contains("the disk is full", ended.Errors, StringComparison.Ordinal);
        var blocks = ended.Output.TrimEnd('\n').Split("\n\n");
        Assert.Contains("[storage.trouble]", blocks[^1], StringComparison.Ordinal);
        Assert.InRange(blocks.Length, 2, 99);
        using var look = Connect(child);
        Assert.Equal(blocks.Length - 1, Count(look, "SELECT COUNT(*) FROM Commons"));
        Assert.Equal(0, (await child.RunAsync("/common add room-again\n", "--strict")).ExitCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_file_is_said_to_be_damaged(int from)
    {
        using var child = new Child();
        await child.RunAsync("/common add coworking\n/common add repair-cafe\n");
        Damage(child.File, from);

        var ended = await child.RunAsync("/common add another\n/mission list\n");

        Assert.Equal(74, ended.ExitCode);
        Assert.Contains("is damaged or is not a database", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_and_lost_safeguards_are_left_alone()
    {
        using var child = new Child();
        await child.RunAsync("/about\n");
        using (var other = Connect(child))
        {
            Run(other, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')");
        }

        Troubled(await child.RunAsync("/about\n"), "newer version");
        using (var other = Connect(child))
        {
            Run(other, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'; DROP TRIGGER Ledger_no_delete;");
        }

        Troubled(await child.RunAsync("/about\n"), "append-only");
    }

    [Fact]
    public async Task A_ledger_whose_sums_would_no_longer_grow_is_left_alone()
    {
        using var child = new Child();
        await child.RunAsync("/about\n");
        using (var other = Connect(child))
        {
            Run(other, "DROP TRIGGER Ledger_sums");
        }

        Troubled(await child.RunAsync("/about\n"), "its sums right");
    }

    private static void Troubled(Ended ended, string words)
    {
        Assert.Equal(74, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Contains(words, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd('\n').Split('\n'));
    }

    /// <summary>Runs it as a user who owns nothing, where the tests run as root; null where that cannot be done.</summary>
    private static async Task<Ended?> AsNobodyAsync(Child child)
    {
        if (Environment.UserName != "root")
        {
            return await child.RunAsync("/about\n");
        }

        if (!File.Exists("/usr/bin/setpriv"))
        {
            return null;
        }

        using var process = child.StartAs("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Checkout.Program);
        await process.StandardInput.WriteAsync("/about\n");
        process.StandardInput.Close();
        return await Child.EndAsync(process);
    }

    private static void Damage(string file, int from)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = from;
        var noise = new byte[from == 0 ? 100 : (int)stream.Length - from];
        Array.Fill(noise, (byte)0x5a);
        stream.Write(noise);
    }

    private static SqliteConnection Connect(Child child)
    {
        var connection = new SqliteConnection($"Data Source={child.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
