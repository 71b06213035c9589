using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Terminal;
using Unisson.Bot.Verbs;
using Xunit;

namespace Unisson.Bot.Tests.Settings;

/// <summary>A backup is whole, also while lines are written; a restore puts it back, keeps what was there, and stays away from a file that is in use.</summary>
public sealed class CopyingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_beside_a_busy_writer_brings_back_all_that_was_answered_before_it_began()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking", "ana> /contribution log coworking 1h first");
        using var stop = new CancellationTokenSource();
        var answered = 1;
        var writing = Task.Run(async () =>
        {
            for (var i = 2; !stop.IsCancellationRequested; i++)
            {
                await bot.DoAsync(string.Create(CultureInfo.InvariantCulture, $"ana> /contribution log coworking 1h line{i}"));
                Volatile.Write(ref answered, i);
            }
        }, Ct);
        while (Volatile.Read(ref answered) < 20)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct);
        }

        using var child = new Child();
        for (var round = 0; round < 5; round++)
        {
            var before = Volatile.Read(ref answered);
            var file = Path.Combine(child.Folder, $"{round}.backup");
            Assert.Equal(0, await new Copying(bot.File, TimeProvider.System, TextWriter.Null).BackupAsync(file, Ct));
            Assert.Equal(0, await new Copying(child.File, TimeProvider.System, TextWriter.Null).RestoreAsync(file, Ct));

            await using var store = Store.Open(child.File);
            await using var db = store.Read();
            Assert.All(await Chains.ProveAsync(db, Ct), proof => Assert.True(proof.Holds, proof.Said));
            Assert.True(await db.Ledger.CountAsync(Ct) >= before, $"{before} lines were answered before");
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_backup_and_the_way_back_by_the_program_itself()
    {
        using var child = new Child();
        await child.RunAsync("/common add coworking\n/contribution log coworking 1h kept\n");
        var backup = Path.Combine(child.Folder, "unisson.backup");

        var made = await child.RunAsync("", "backup", backup);
        await child.RunAsync("/contribution log coworking 1h later\n");
        var put = await child.RunAsync("", "restore", backup);
        var list = await child.RunAsync("/contribution list\n/contribution verify\n");

        Assert.Equal((0, 0), (made.ExitCode, put.ExitCode));
        Assert.Contains("ledger of community 1: 1 line up to L1", made.Output, StringComparison.Ordinal);
        Assert.Contains("1 line in the ledger", list.Output, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(child.File)!, "unisson.db.replaced-*"));
        await using var checkup = Checkup.Open(kept);
        Assert.Equal(2, await checkup.Read().Ledger.CountAsync(Ct));
        foreach (var file in new[] { backup, kept, child.File })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_file_in_use_is_not_replaced_and_no_file_is_ever_written_over()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking", "ana> /contribution log coworking 1h first");
        using var child = new Child();
        var (backup, copying) = (Path.Combine(child.Folder, "unisson.backup"), new Copying(bot.File, TimeProvider.System, TextWriter.Null));
        await copying.BackupAsync(backup, Ct);
        var before = await File.ReadAllBytesAsync(backup, Ct);

        Assert.Contains("is in use by another process", (await Assert.ThrowsAsync<StorageException>(() => copying.RestoreAsync(backup, Ct))).Message, StringComparison.Ordinal);
        Assert.Contains("never overwrites", (await Assert.ThrowsAsync<StorageException>(() => copying.BackupAsync(backup, Ct))).Message, StringComparison.Ordinal);
        Assert.Contains("itself", (await Assert.ThrowsAsync<StorageException>(() => copying.RestoreAsync(bot.File, Ct))).Message, StringComparison.Ordinal);
        Assert.Contains("no file", (await Assert.ThrowsAsync<StorageException>(() => copying.RestoreAsync(backup + "x", Ct))).Message, StringComparison.Ordinal);

        Assert.Equal(before, await File.ReadAllBytesAsync(backup, Ct));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(bot.File)!), f => f.Contains("restoring", StringComparison.Ordinal) || f.Contains("replaced", StringComparison.Ordinal));
        Assert.StartsWith("1 line in the ledger", await bot.DoAsync("ana> /contribution list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE \"LedgerTexts\" SET \"What\" = 'other'", "The ledger was changed")]
    [InlineData(null, "is damaged")]
    public async Task What_is_not_whole_is_no_backup_and_is_not_put_back(string? sql, string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking", "ana> /contribution log coworking 1h first");
        using var child = new Child();
        var file = Path.Combine(child.Folder, "unisson.backup");
        await new Copying(bot.File, TimeProvider.System, TextWriter.Null).BackupAsync(file, Ct);
        if (sql is null)
        {
            await using var damaged = new FileStream(file, FileMode.Open);
            damaged.Position = damaged.Length / 2;
            await damaged.WriteAsync(new byte[64 << 10], Ct);
        }
        else
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync(Ct);
            Store.Run(connection, sql);
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => new Copying(child.File, TimeProvider.System, TextWriter.Null).RestoreAsync(file, Ct));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(child.File)!));
    }

    [Fact]
    public async Task Who_was_forgotten_since_the_backup_is_forgotten_again()
    {
        using var child = new Child();
        var backup = Path.Combine(child.Folder, "unisson.backup");
        await child.RunAsync("ana> /common add coworking\nzoltanette> /contribution log coworking 1h grenouille\n");
        await child.RunAsync("", "backup", backup);
        await child.RunAsync("zoltanette> /my forget account:all\n");

        var put = await child.RunAsync("", "restore", backup);

        Assert.Contains("are forgotten again: 1", put.Output, StringComparison.Ordinal);
        Assert.Contains("asked to be forgotten", (await child.RunAsync("ana> /contribution list\n")).Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(child.File)!, "unisson.db.replaced-*"));
    }
}
