using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Unisson.Matrix.Stub.Sync;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Answers requests: find the route, check the token, act, and write it down.</summary>
internal sealed class RestServer(WorldState world, StubFaults faults, RateLimiter limiter, SyncServer sync)
{
    private readonly Router _router = new([.. Routes.All, new Route(StubRoutes.Sync, null) { Wait = sync.AnswerAsync }]);

    public async Task AnswerAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0];
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (_router.Find(http.Request.Method, segments) is not var (route, variables))
        {
            world.Breaks("path.unknown", $"{http.Request.Method} {path}", "the stub has no such path or method");
            var error = MatrixError.Unrecognized(_router.Knows(segments) ? 405 : 404);
            await AnswerWriter.WriteAsync(http, new(error.Status, error.Body()));
            return;
        }

        var call = new RestCall(world, http.Request, path, route, variables);
        var fault = faults.Take(route.Name);
        try
        {
            await AnswerAsync(http, call, target, fault);
        }
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The other side has gone, or the port was closed: nobody waits for the answer.
            world.Changed.Raise();
        }
    }

    private async Task AnswerAsync(HttpContext http, RestCall call, string target, Fault? fault)
    {
        if (fault?.Kind == FaultKind.RequestLost)
        {
            fault.At?.Invoke();
            Note(call, target, 0, null);
            http.Abort();
            return;
        }

        if (fault?.Kind == FaultKind.RequestHeld)
        {
            await fault.Until.WaitAsync(http.RequestAborted);
        }

        var answer = await ActAsync(http, call, fault);
        Note(call, target, answer.Status, answer.Status < 400 ? null : answer.Json.TextAt("errcode"));
        switch (fault?.Kind)
        {
            case FaultKind.Status:
                await AnswerWriter.WriteTextAsync(http, fault.Status, fault.Body);
                return;
            case FaultKind.AnswerLost:
                fault.At?.Invoke();
                http.Abort();
                return;
            case FaultKind.AnswerCut:
                await AnswerWriter.WriteHalfAsync(http, answer);
                return;
            case FaultKind.AnswerHeld:
                await fault.Until.WaitAsync(http.RequestAborted);
                break;
        }

        await AnswerWriter.WriteAsync(http, answer);
    }

    private async Task<RestAnswer> ActAsync(HttpContext http, RestCall call, Fault? fault)
    {
        try
        {
            await RequestBody.ReadAsync(call);
            if (fault?.Kind == FaultKind.Status)
            {
                return new(fault.Status, null);
            }

            if (fault?.Kind == FaultKind.RateLimited)
            {
                throw MatrixError.TooFast(fault.Wait, fault.OnlyHeader);
            }

            call.Session = call.Route.Open ? null : world.Look(() => Authorisation.Check(call));
            return call.Route.Wait is { } wait ? await wait(call) : world.Change(() => Act(call));
        }
        catch (MatrixError e)
        {
            if (e.RetryAfter is { } after)
            {
                http.Response.Headers.RetryAfter = $"{Math.Ceiling(after.TotalSeconds):0}";
            }

            return new(e.Status, e.Body());
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            // Whatever the stub could not read, Synapse would not have either.
            call.Breaks("server.error", e.ToString());
            return new(500, MatrixError.Unknown("Internal server error", 500).Body());
        }
    }

    private RestAnswer Act(RestCall call)
    {
        // A repetition is answered from memory and costs nothing.
        if (call.Route.Limited && !call.Again)
        {
            limiter.Take(call.Person.Id);
        }

        return call.Route.Handle!(call);
    }

    private void Note(RestCall call, string target, int status, string? code)
        => world.Change(() => world.Requests.Add(new(call.Route.Name, target, status, code, world.Now, call.HasBody ? call.Json : null)));
}
