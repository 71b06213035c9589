namespace Unisson.Matrix.Stub;

/// <summary>A file in the content repository.</summary>
/// <param name="Uri">As <c>mxc://server/id</c>.</param>
public sealed record StubMedia(Uri Uri, string? Name, ReadOnlyMemory<byte> Bytes, string ContentType);
