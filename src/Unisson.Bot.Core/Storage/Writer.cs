using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Unisson.Bot.Storage;

/// <summary>
/// The one writer. It takes what waits, up to 64 works, runs each in a savepoint of one transaction, commits once, and only then answers:
/// writes that arrive together share one wait for the disk, and an answer is never ahead of its commit.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int Together = 64;

    /// <summary>Work that can wait for others waits so long: on a quiet day it would else be lost with the process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly PooledDbContextFactory<SqliteBotDb> _contexts;
    private readonly string _path;
    private readonly Task _loop;
    private int _placesMoves;

    internal Writer(SqliteConnection connection, string path)
    {
        (_connection, _path) = (connection, path);
        _contexts = new PooledDbContextFactory<SqliteBotDb>(SqliteBotDb.On(connection).Options);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Called after each commit with the earliest instant that it made something due, if it did.</summary>
    public Action<DateTimeOffset?>? Committed { get; set; }

    /// <summary>Grows whenever places went from one community to another: what is remembered of them from before holds no more.</summary>
    public int PlacesMoves => Volatile.Read(ref _placesMoves);

    /// <summary>Does a piece of work in a savepoint of its own and returns once it is on the disk.</summary>
    /// <exception cref="StorageException">The file could not be written; nothing of this work was stored.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteScope, Task<T>> work)
    {
        var piece = new Work<T>(work);
        await _waiting.Writer.WriteAsync(piece);
        return await piece.Done.Task;
    }

    public Task WriteAsync(Func<WriteScope, Task> work) => WriteAsync(async scope =>
    {
        await work(scope);
        return true;
    });

    /// <summary>Adds work that is done with the next commit, within a second, and that nobody waits for.</summary>
    public void WithNextCommit(Func<WriteScope, Task> work) => _waiting.Writer.TryWrite(new Work<bool>(async scope =>
    {
        await work(scope);
        return true;
    })
    {
        CanWait = true,
    });

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        var works = new List<Work>(Together);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (works.Count < Together && _waiting.Reader.TryRead(out var work))
            {
                works.Add(work);
            }

            // What can wait goes with others, and alone only when none come.
            if (works.TrueForAll(w => w.CanWait) && works.Count < Together && !_waiting.Reader.Completion.IsCompleted && await MoreAsync())
            {
                continue;
            }

            await CommitAsync(works);
            works.Clear();
        }
    }

    private async Task<bool> MoreAsync()
    {
        using var end = new CancellationTokenSource(Longest, TimeProvider.System);
        try
        {
            return await _waiting.Reader.WaitToReadAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task CommitAsync(List<Work> works)
    {
        DateTimeOffset? due = null;
        var placesMoved = false;
        var forgotten = new List<ForgottenOne>();
        try
        {
            await using var transaction = _connection.BeginTransaction();
            foreach (var work in works)
            {
                using var scope = new WriteScope(_connection, transaction, _contexts);
                await work.RunAsync(scope);
                due = scope.Due < due || due is null ? scope.Due ?? due : due;
                placesMoved |= scope.Db.PlacesMoved;
                forgotten.AddRange(scope.Db.Forgotten);
            }

            ForgottenList.Announce(_path, forgotten);
            await transaction.CommitAsync();
        }
        catch (Exception error)
        {
            var trouble = StorageException.From(error, _path) ?? error;
            works.ForEach(w => w.Fail(trouble));
            return;
        }

        Volatile.Write(ref _placesMoves, _placesMoves + (placesMoved ? 1 : 0));
        if (forgotten.Count > 0)
        {
            ForgottenList.Add(_path, forgotten);
            ForgottenList.Wipe(_connection, _path);
        }

        works.ForEach(w => w.Answer());
        Committed?.Invoke(due);
    }

    private abstract class Work
    {
        public bool CanWait { get; init; }

        public abstract Task RunAsync(WriteScope scope);

        public abstract void Answer();

        public abstract void Fail(Exception error);
    }

    private sealed class Work<T>(Func<WriteScope, Task<T>> work) : Work
    {
        private T? _result;
        private Exception? _error;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(WriteScope scope)
        {
            try
            {
                _result = await work(scope);
                scope.Keep();
            }
            catch (Exception error)
            {
                // The file's own troubles concern everybody in this commit; a fault of one piece concerns that piece.
                if (StorageException.From(error, "") is not null)
                {
                    throw;
                }

                scope.Undo();
                scope.Db.Forgotten.Clear();
                _error = error;
            }
        }

        public override void Answer()
        {
            if (_error is null)
            {
                Done.SetResult(_result!);
            }
            else
            {
                Done.SetException(_error);
            }
        }

        public override void Fail(Exception error) => Done.TrySetException(error);
    }
}
