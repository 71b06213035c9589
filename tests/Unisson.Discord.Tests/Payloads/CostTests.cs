using System.Net;
using System.Text;
using System.Text.Json;
using Unisson.Discord.Json;

namespace Unisson.Discord.Tests.Payloads;

public sealed class CostTests
{
    [Fact]
    public async Task Reading_an_interaction_and_answering_it_allocate_little()
    {
        var json = Encoding.UTF8.GetBytes(PayloadTests.All[0]);
        using var handler = new NoContent();
        using var rest = new DiscordRest(new() { Token = FarEnd.Token }, handler: handler);
        var response = InteractionResponse.Reply(new() { Content = "L1", Components = [Component.Row(Component.Button("v1:undo:1", "Annuler"))] });

        var reading = await BytesAsync(() =>
        {
            JsonSerializer.Deserialize(json, DiscordJson.Default.Interaction);
            return Task.CompletedTask;
        });
        var answering = await BytesAsync(() => rest.RespondAsync(new(5), "token", response, TestContext.Current.CancellationToken));

        Assert.InRange(reading, 1, 7_000);
        Assert.InRange(answering, 1, 3_500);
    }

    /// <summary>Bytes that one call allocates, the first thousand aside; it must not leave its thread.</summary>
    private static async Task<long> BytesAsync(Func<Task> call)
    {
        for (var n = 0; n < 1_000; n++)
        {
            await call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1_000; n++)
        {
            await call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
    }

    private sealed class NoContent : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
