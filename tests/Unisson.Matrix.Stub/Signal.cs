namespace Unisson.Matrix.Stub;

/// <summary>Wakes who waits whenever something changed, so that no test has to sleep.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next change; take it before looking.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    /// <summary>Looks again after each change until there is something.</summary>
    /// <exception cref="TimeoutException">Nothing came within <paramref name="patience"/> of real time.</exception>
    public async Task<T> UntilAsync<T>(Func<T?> look, Func<string> what, TimeSpan patience)
        where T : notnull
    {
        using var end = new CancellationTokenSource(patience, TimeProvider.System);
        while (true)
        {
            var next = Next;
            if (look() is { } found)
            {
                return found;
            }

            try
            {
                await next.WaitAsync(end.Token);
            }
            catch (OperationCanceledException e)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds} s in vain for {what()}.", e);
            }
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
