using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Sync;

/// <summary>Answers <c>/sync</c>: at once if there is something, else when there is or when the timeout ends.</summary>
internal sealed class SyncServer(WorldState world, StubFaults faults)
{
    private readonly Dictionary<Device, JsonObject> _last = [];
    private readonly Dictionary<RestCall, long> _waiting = [];

    /// <summary>Long polls that wait, having looked at all that has happened.</summary>
    public int Waiting => world.Look(() => _waiting.Values.Count(seen => seen == world.Position));

    public async Task<RestAnswer> AnswerAsync(RestCall call)
    {
        var request = world.Look(() => SyncRequest.Read(call));
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(call.Request.HttpContext.RequestAborted);
        var end = Task.Delay(request.Initial ? TimeSpan.Zero : request.Timeout, world.Options.Time, gone.Token);
        try
        {
            while (true)
            {
                var next = world.Changed.Next;
                if (world.Look(() => Now(call, request, whatever: end.IsCompleted)) is { } answer)
                {
                    return RestAnswer.Ok(answer);
                }

                Waits(call);
                await Task.WhenAny(next, end);
            }
        }
        finally
        {
            world.Change(() => _waiting.Remove(call));
            await gone.CancelAsync();
        }
    }

    /// <summary>Tells whoever waits for a quiet bot, but only once for each thing that happens, else two polls would wake each other for ever.</summary>
    private void Waits(RestCall call)
    {
        var told = world.Look(() =>
        {
            var before = _waiting.GetValueOrDefault(call);
            _waiting[call] = world.Position;
            return before == world.Position;
        });
        if (!told)
        {
            world.Changed.Raise();
        }
    }

    /// <param name="whatever">Whether to answer even if nothing is new.</param>
    private JsonObject? Now(RestCall call, SyncRequest request, bool whatever)
    {
        world.Sessions.NotRevoked(call.Session!.Access);
        if (_last.TryGetValue(call.Device, out var last) && faults.TakeRepeat())
        {
            return (JsonObject)last.DeepClone();
        }

        var kept = request.Initial ? null : faults.SkipNext;
        var answer = SyncAnswer.Build(world, kept is { } most ? request with { Most = most } : request, out var empty);
        if (empty && !whatever)
        {
            return null;
        }

        if (!empty && kept is not null)
        {
            faults.SkipNext = null;
        }

        _last[call.Device] = (JsonObject)answer.DeepClone();
        return answer;
    }
}
