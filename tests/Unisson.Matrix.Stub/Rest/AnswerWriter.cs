using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Puts answers on the wire, whole or not.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext http, RestAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        var bytes = Body(http, answer);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    public static async Task WriteTextAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = text.StartsWith('{') ? MediaTypeNames.Application.Json : MediaTypeNames.Text.Html;
        await http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
    }

    /// <summary>Promises the whole and breaks off after half of it.</summary>
    public static async Task WriteHalfAsync(HttpContext http, RestAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        var bytes = Body(http, answer);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes[..(bytes.Length / 2)], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private static ReadOnlyMemory<byte> Body(HttpContext http, RestAnswer answer)
    {
        http.Response.ContentType = answer.File?.ContentType ?? MediaTypeNames.Application.Json;
        if (answer.File is not { } file)
        {
            return JsonSerializer.SerializeToUtf8Bytes(answer.Json, Wire.Json);
        }

        http.Response.Headers.ContentDisposition = $"inline; filename*=utf-8''{Uri.EscapeDataString(file.Name ?? "file")}";
        return file.Bytes;
    }
}
