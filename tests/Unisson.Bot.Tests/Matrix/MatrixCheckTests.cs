using Unisson.Bot.Settings;
using Unisson.Bot.Verbs;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary><c>check</c> where the bot is on Matrix.</summary>
public sealed class MatrixCheckTests : IAsyncLifetime
{
    private StubMatrix _matrix = null!;

    public async ValueTask InitializeAsync() => _matrix = await StubMatrix.StartAsync();

    public ValueTask DisposeAsync() => _matrix.DisposeAsync();

    [Fact]
    public async Task Whose_token_it_is_and_how_to_invite_the_bot_are_said()
    {
        var (exitCode, said) = await CheckAsync(_matrix.Token);

        Assert.Equal(0, exitCode);
        Assert.Contains(said, line => line.Contains($"https://matrix.to/#/{_matrix.Bot.Id}", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains(_matrix.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_a_problem_with_its_cure()
    {
        var (exitCode, said) = await CheckAsync("syt_dead");

        Assert.Equal(78, exitCode);
        var problem = Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal));
        Assert.Contains("Matrix:AccessToken", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("syt_dead", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_is_a_problem_of_the_network()
    {
        await _matrix.RefuseConnectionsAsync();

        var (exitCode, said) = await CheckAsync(_matrix.Token);

        Assert.Equal(69, exitCode);
        Assert.Contains("Matrix:Homeserver", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_tried_but_whether_it_could_be()
    {
        var (exitCode, said) = await CheckAsync(null);

        Assert.Equal(0, exitCode);
        Assert.Contains(said, line => line.Contains("takes passwords", StringComparison.Ordinal));
        Assert.DoesNotContain(_matrix.Requests, r => r.Route.StartsWith("POST", StringComparison.Ordinal));
    }

    private async Task<(int ExitCode, string[] Said)> CheckAsync(string? token)
    {
        var file = Path.Combine(Path.GetTempPath(), $"unisson-check-{Guid.NewGuid():N}.db");
        var settings = new MatrixSettings { Homeserver = _matrix.BaseUrl.ToString(), AccessToken = token, User = token is null ? "unisson" : null, Password = token is null ? "secret" : null };
        await using var output = new StringWriter();
        var exitCode = await new Check(new StorageSettings(file, 0), null, settings, TimeProvider.System, output).RunAsync(TestContext.Current.CancellationToken);
        return (exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
