using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Answers the requests of the bot: find the route, check all that can be checked, act, and write it down.</summary>
internal sealed class RestServer(WorldState world, RateLimits limits, StubFaults faults)
{
    public const string Prefix = "/api/v10";
    private readonly Router _router = new(Routes.All);

    public async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal) || _router.Find(http.Request.Method, path[Prefix.Length..]) is not var (route, variables))
        {
            world.Breaks("path.unknown", $"{http.Request.Method} {path}", "Discord has no such path or method");
            await WriteAsync(http, 404, RestError.NotFound.Body());
            return;
        }

        var call = new RestCall(world, http.Request, route, variables);
        var fault = faults.Take(route);
        if (fault?.Kind == FaultKind.RequestLost)
        {
            fault.At?.Invoke();
            http.Abort();
            return;
        }

        await (fault?.Until ?? Task.CompletedTask);
        var answer = await AnswerAsync(call, http, fault);
        Note(call, answer);
        if (fault?.Kind == FaultKind.AnswerLost)
        {
            fault.At?.Invoke();
            http.Abort();
            return;
        }

        await WriteAsync(http, answer.Status, answer.Json);
    }

    private async Task<RestAnswer> AnswerAsync(RestCall call, HttpContext http, Fault? fault)
    {
        try
        {
            if (fault?.Kind == FaultKind.Status)
            {
                return new(fault.Status, new JsonObject { ["message"] = "Server Error", ["code"] = 0 });
            }

            Authorise(call);
            await RequestBody.ReadAsync(call);
            Limit(call, http, fault);
            RequestCheck.Check(call);
            return world.Do(() => Act(call));
        }
        catch (RestError e)
        {
            return Refused(call, http, e);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException or KeyNotFoundException)
        {
            // A body that no schema checked may lack what the stub takes for granted.
            call.Breaks("stub.fault", e.ToString());
            return new(500, new JsonObject { ["message"] = "Internal Server Error", ["code"] = 0 });
        }
    }

    private static RestAnswer Act(RestCall call)
    {
        if (call.Route.Handle is { } handle)
        {
            return handle(call);
        }

        call.Breaks("stub.unknown", "the stub does not play this route");
        return new(501, new JsonObject { ["message"] = "The stub does not play this route.", ["code"] = 0 });
    }

    private void Authorise(RestCall call)
    {
        var agent = call.Request.Headers.UserAgent.ToString();
        if (!agent.StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            call.Breaks("user-agent", $"must begin with \"DiscordBot (address, version)\", was \"{agent}\"");
        }

        var token = world.Do(() => world.Token);
        if (!call.Route.Open && (token is null || call.Request.Headers.Authorization != $"Bot {token}"))
        {
            throw RestError.Unauthorized;
        }
    }

    private void Limit(RestCall call, HttpContext http, Fault? fault)
    {
        var refused = world.Do(() => limits.Take(call, http.Response.Headers));
        if (fault?.Kind == FaultKind.RateLimited)
        {
            (refused, http.Response.Headers["X-RateLimit-Scope"]) = ((fault.Wait, "user"), "user");
        }

        if (refused is var (wait, scope))
        {
            http.Response.Headers["X-RateLimit-Scope"] = scope;
            throw new RestError(429, 0, "You are being rate limited.") { RetryAfter = wait };
        }
    }

    private static RestAnswer Refused(RestCall call, HttpContext http, RestError error)
    {
        var body = error.Body();
        if (error.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", null);
            body["global"] = http.Response.Headers["X-RateLimit-Scope"] == "global";
        }

        if (error.Code is 50035 or 50109)
        {
            call.Breaks(error.Code == 50109 ? "body.json" : "body", body.ToJsonString(Wire.Json));
        }

        return new(error.Status, body);
    }

    private void Note(RestCall call, RestAnswer answer)
    {
        var code = answer.Status >= 400 ? (int?)answer.Json?["code"] ?? 0 : 0;
        var body = call.Json?.ToJsonString(Wire.Json) ?? "";
        world.Do(() => world.Requests.Add(new(call.Route.Name, call.Request.Path.Value![Prefix.Length..], answer.Status, code, world.Now, body)));
    }

    private static async Task WriteAsync(HttpContext http, int status, JsonNode? json)
    {
        http.Response.StatusCode = status;
        if (json is not null)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(json.ToJsonString(Wire.Json));
        }
    }
}
