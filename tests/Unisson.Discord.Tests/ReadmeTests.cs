using System.Runtime.CompilerServices;
using Example;

namespace Unisson.Discord.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_readmes_first_bot_is_the_one_that_runs_here()
    {
        var code = await File.ReadAllTextAsync(Beside("PingBot.cs"), TestContext.Current.CancellationToken);
        var readme = await File.ReadAllTextAsync(Beside("../../src/Unisson.Discord/README.md"), TestContext.Current.CancellationToken);

        Assert.Contains($"```csharp\n{code}```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_bot_registers_its_command_and_answers()
    {
        await using var far = await FarEnd.StartAsync();
        far.Answer = (seen, _) => seen.Path switch
        {
            "/api/v10/applications/@me" => new(200, """{"id":"8","name":"bot"}"""),
            "/api/v10/applications/8/commands" => new(200, """[{"id":"50","name":"ping","type":1,"version":"1"}]"""),
            _ => new(204),
        };
        using var stop = new CancellationTokenSource();

        var running = PingBot.RunAsync(far.Options, stop.Token);
        var peer = await far.ConnectedAsync();
        await peer.BeginAsync();
        await peer.InteractionAsync(2, 70);
        while (!far.Requests.Any(seen => seen.Path == "/api/v10/interactions/70/t/callback"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await running;

        Assert.Contains("""[{"name":"ping","description":"Says pong","type":1}]""", far.Requests.Select(seen => seen.Body));
        Assert.Contains("\"content\":\"pong\"", far.Requests.Last().Body, StringComparison.Ordinal);
    }

    private static string Beside(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, path);
}
