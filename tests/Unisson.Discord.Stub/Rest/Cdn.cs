using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Where attached files lie. It wants the signed address as it was given, and must never see the bot's token.</summary>
internal static class Cdn
{
    public static async Task SendAsync(WorldState world, HttpContext http, string path)
    {
        if (http.Request.Headers.ContainsKey("Authorization"))
        {
            world.Breaks("cdn.token", path, "the bot's token was sent to the file server");
        }

        var file = world.Do(() => world.Files.GetValueOrDefault(path.Split('/')[3]));
        if (file is null || http.Request.Query["hm"] != "00")
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }
}
